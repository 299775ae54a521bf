namespace HackLab.Simulation.PrintedPages;

/// <summary>How clean the print is. Change it by <c>with</c>; each strength may be 0.</summary>
public sealed record PrintOptions
{
    /// <summary>The pixels of a line's text from end to end; lines are spread to it. 50 to 5000.</summary>
    public int LineWidth { get; init; } = 385;

    /// <summary>From one line to the next, in pixels, at least 20.</summary>
    public int LinePitch { get; init; } = 29;

    /// <summary>How far ink spreads: the share that a pixel takes of each neighbour, 0 to 0.3.</summary>
    public double InkSpread { get; init; } = 0.16;

    /// <summary>How unevenly type takes ink: the standard deviation of a letter's darkness, 0 to 0.5.</summary>
    public double Unevenness { get; init; } = 0.08;

    /// <summary>How much of a letter's edges is worn: the standard deviation of the fading from one side to the other, 0 to
    /// 1.</summary>
    public double Wear { get; init; } = 0.35;

    /// <summary>How far a line bends up and down, in pixels, 0 to 5.</summary>
    public double Warp { get; init; } = 1.0;

    /// <summary>How dark the other side of the leaf shines through, 0 to 0.5.</summary>
    public double BleedThrough { get; init; } = 0.06;

    /// <summary>Standard deviation of each pixel's noise, 0 to 0.3.</summary>
    public double Noise { get; init; } = 0.012;

    /// <summary>How likely a possible abbreviation is (a line over a vowel for n, q with a line for que).</summary>
    public double Abbreviations { get; init; } = 0.03;

    /// <summary>How likely a word broken at a line's end lacks its hyphen.</summary>
    public double MissingHyphens { get; init; } = 0.3;

    internal PrintOptions Checked()
    {
        Check(LineWidth, 50, 5000, nameof(LineWidth));
        Check(LinePitch, 20, 200, nameof(LinePitch));
        Check(InkSpread, 0, 0.3, nameof(InkSpread));
        Check(Unevenness, 0, 0.5, nameof(Unevenness));
        Check(Wear, 0, 1, nameof(Wear));
        Check(Warp, 0, 5, nameof(Warp));
        Check(BleedThrough, 0, 0.5, nameof(BleedThrough));
        Check(Noise, 0, 0.3, nameof(Noise));
        Check(Abbreviations, 0, 1, nameof(Abbreviations));
        Check(MissingHyphens, 0, 1, nameof(MissingHyphens));
        return this;
    }

    private static void Check(double value, double from, double to, string name)
    {
        if (!(value >= from && value <= to)) throw new ArgumentException($"{name} must be {from} to {to}, not {value}.", name);
    }
}
