namespace HackLab.Charts;

/// <summary>Settings of spectrograms.</summary>
public sealed record SpectrogramOptions : FigureOptions
{
    /// <summary>How many samples each spectrum is taken of, 8 to 65,536; null for about 1/64 of all, a power of two.</summary>
    public int? Window { get; init; }

    /// <summary>The share of a window that the next one overlaps, from 0 to below 1.</summary>
    public double Overlap { get; init; } = 0.75;

    /// <summary>Whether colours show decibels, 20 log₁₀ of the amplitude; otherwise the amplitude itself.</summary>
    public bool Decibels { get; init; } = true;

    /// <summary>How many decibels below the strongest are still told apart, above 0.</summary>
    public double DynamicRange { get; init; } = 80;

    /// <summary>Whether the axis of frequencies counts differences or ratios.</summary>
    public Scale FrequencyScale { get; init; }

    /// <summary>The frequencies shown, in Hz; null for all (from the lowest above 0 on a logarithmic axis).</summary>
    public (double From, double To)? FrequencyRange { get; init; }

    /// <summary>The unit of the samples, such as <c>m</c> or <c>V</c>; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The colours.</summary>
    public ColourMap ColourMap { get; init; } = ColourMap.Inferno;
}
