namespace HackLab.Charts;

/// <summary>What a model promised and what came true, in bins of its predicted probability.</summary>
/// <param name="Name">What the legend calls it, such as the model.</param>
/// <param name="Predicted">The mean predicted probability of each bin, from 0 to 1, shape [bins].</param>
/// <param name="Observed">The share of the positive in each bin, from 0 to 1, shape [bins].</param>
/// <param name="Counts">How many rows each bin has, at least 1, shape [bins].</param>
public sealed record CalibrationSeries(string Name, IReadOnlyList<double> Predicted, IReadOnlyList<double> Observed,
    IReadOnlyList<long> Counts);
