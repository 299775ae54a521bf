using HackLab.Charts;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How much a metric falls when one feature's values are shuffled among rows.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Mean">The mean fall; about 0 for a feature that the model does not use.</param>
/// <param name="Std">How far single shuffles are from it, √mean (fall − mean)².</param>
/// <param name="Falls">The fall of each shuffle, shape [repeats].</param>
public sealed record ShuffledFeature(string Name, double Mean, double Std, IReadOnlyList<double> Falls);

/// <summary>How much a model leans on each feature, found by shuffling. Made by <see cref="Metrics"/>.</summary>
/// <param name="Metric">What was measured.</param>
/// <param name="Baseline">The metric on the rows as they are.</param>
/// <param name="Features">Each feature, in the order of the columns; fewer if the cell was interrupted.</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record PermutationImportance(string Metric, double Baseline, IReadOnlyList<ShuffledFeature> Features) : IRichDisplay
{
    /// <summary>The features, the one that matters most first.</summary>
    public IReadOnlyList<ShuffledFeature> Ranked => [.. Features.OrderByDescending(feature => feature.Mean)];

    /// <summary>The mean falls as bars.</summary>
    /// <param name="options">Settings; null for the defaults.</param>
    public Figure ToFigure(BarOptions? options = null) =>
        Chart.Bar(Features.ToDictionary(one => one.Name, one => one.Mean), $"fall of {Metric} when shuffled", options);

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>The table as text.</summary>
    public override string ToString() => ToText();

    private Table Show() => new(
        Words.Of($"Permutation importance: {Metric} is {Baseline:0.000} on the rows as they are"),
        ["feature", $"fall of {Metric}", "±"],
        [.. Ranked.Select(feature => new object?[] { feature.Name, feature.Mean, feature.Std })],
        "Of two features that say the same, shuffling one alone may change little.");
}
