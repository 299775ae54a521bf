namespace HackLab.Charts;

/// <summary>Settings of bar charts.</summary>
public sealed record BarOptions : FigureOptions
{
    /// <summary>How many of the longest bars are shown, 1 to 100; the figure says how many were left out.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Whether bars are sorted by length, the longest at the top, or stay in the order given.</summary>
    public bool Sorted { get; init; } = true;

    /// <summary>What a bar above zero means, for the legend; it is shown only if there are bars on both sides.</summary>
    public string Positive { get; init; } = "raises the score (+)";

    /// <summary>What a bar below zero means, for the legend.</summary>
    public string Negative { get; init; } = "lowers the score (−)";

    /// <summary>
    /// The uncertainty of each value, from where to where, in the order of the values: drawn as a line with caps over the bar's end. Null
    /// for none.
    /// </summary>
    public IReadOnlyList<(double Low, double High)>? Intervals { get; init; }
}
