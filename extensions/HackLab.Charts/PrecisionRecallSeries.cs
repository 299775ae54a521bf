namespace HackLab.Charts;

/// <summary>How much of what a score calls positive is, against how much of the positive it finds, for every threshold.</summary>
/// <param name="Name">What the legend calls it, such as the model.</param>
/// <param name="Recall">The share of the positive that is found, from 0 to 1, rising or falling, shape [n].</param>
/// <param name="Precision">The share that is positive among those called so, from 0 to 1, shape [n].</param>
/// <param name="AveragePrecision">The mean precision over the recall gained, the area under the steps.</param>
public sealed record PrecisionRecallSeries(string Name, IReadOnlyList<double> Recall, IReadOnlyList<double> Precision,
    double AveragePrecision);
