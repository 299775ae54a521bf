namespace HackLab.Charts;

/// <summary>Settings of reliability diagrams.</summary>
public sealed record CalibrationOptions : FigureOptions
{
    /// <summary>How many bins of equal width from 0 to 1 a score is counted into, 2 to 50.</summary>
    public int Bins { get; init; } = 10;

    /// <summary>What the positive class is called.</summary>
    public string PositiveName { get; init; } = "signal";
}
