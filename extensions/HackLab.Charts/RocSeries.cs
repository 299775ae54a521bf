namespace HackLab.Charts;

/// <summary>A receiver operating characteristic: what a score finds against what it gets wrong, for every threshold.</summary>
/// <param name="Name">What the legend calls it, such as the model.</param>
/// <param name="Fpr">False positive rates, from 0 to 1, shape [n].</param>
/// <param name="Tpr">True positive rates, from 0 to 1, shape [n].</param>
/// <param name="Area">The area under it, 0.5 for a score that knows nothing and 1 for a perfect one.</param>
public sealed record RocSeries(string Name, IReadOnlyList<double> Fpr, IReadOnlyList<double> Tpr, double Area);
