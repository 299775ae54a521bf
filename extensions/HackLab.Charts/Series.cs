namespace HackLab.Charts;

/// <summary>A named line through points.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="X">Horizontal values, shape [n].</param>
/// <param name="Y">Vertical values, shape [n].</param>
public sealed record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>A line whose points stand at 0, 1, 2, …</summary>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="y">Vertical values, shape [n].</param>
    public Series(string name, IReadOnlyList<double> y)
        : this(name, [.. Enumerable.Range(0, y.Count).Select(i => (double)i)], y)
    {
    }
}
