namespace HackLab.Charts;

/// <summary>Settings of scatter plots.</summary>
public sealed record ScatterOptions : AxesOptions
{
    /// <summary>
    /// A third value of each point to colour it by, shape [n]; null to colour by group. Only for a single group.
    /// </summary>
    public IReadOnlyList<double>? ColourBy { get; init; }

    /// <summary>What the colours measure, with its unit in brackets.</summary>
    public string ColourLabel { get; init; } = "value";

    /// <summary>The colours of <see cref="ColourBy"/> and of densities.</summary>
    public ColourMap ColourMap { get; init; } = ColourMap.Viridis;

    /// <summary>
    /// What each point is called when the pointer rests on it, shape [n]; null for its numbers alone. Only for a single group.
    /// </summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>
    /// From how many points on the figure shows how many lie in each small cell in place of single points, 0 to 5000.
    /// </summary>
    public int DensityAbove { get; init; } = 5000;
}
