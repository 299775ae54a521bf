namespace HackLab.Charts;

/// <summary>Settings of images and grids of images.</summary>
public sealed record ImageOptions : FigureOptions
{
    /// <summary>The colours of an image of one number per pixel.</summary>
    public ColourMap ColourMap { get; init; } = ColourMap.Grey;

    /// <summary>The numbers of the first and the last colour; null for those of the data.</summary>
    public (double From, double To)? Range { get; init; }

    /// <summary>Whether colours count differences or ratios.</summary>
    public Scale ColourScale { get; init; }

    /// <summary>What the numbers measure, with its unit in brackets, for the colour bar.</summary>
    public string Quantity { get; init; } = "value";

    /// <summary>Whether the bar that explains the colours is shown.</summary>
    public bool ColourBar { get; init; } = true;

    /// <summary>How long a pixel's side is, in <see cref="Unit"/>, for a scale bar; null for none.</summary>
    public double? PixelSize { get; init; }

    /// <summary>The unit of <see cref="PixelSize"/>, such as <c>arcsec</c> or <c>mm</c>.</summary>
    public string Unit { get; init; } = "pixels";

    /// <summary>Which channel of labelled images is shown, from 0.</summary>
    public int Channel { get; init; }

    /// <summary>How many images stand side by side in a grid, 1 to 20; null for about as many as there are rows.</summary>
    public int? Columns { get; init; }

    /// <summary>How many of labelled images a grid shows, 1 to 200.</summary>
    public int Count { get; init; } = 12;

    /// <summary>Whether all images of a grid share one scale of colours, so that they can be compared.</summary>
    public bool SharedScale { get; init; } = true;
}
