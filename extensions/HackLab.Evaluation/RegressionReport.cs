using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How well one number is predicted.</summary>
/// <param name="Name">What the target is called.</param>
/// <param name="MeanSquaredError">Mean (yHat − y)², in its unit squared.</param>
/// <param name="RootMeanSquaredError">Its root, in the target's unit.</param>
/// <param name="MeanAbsoluteError">Mean |yHat − y|, in the target's unit.</param>
/// <param name="R2">The share of its variance that is explained.</param>
/// <param name="ExplainedVariance">The same, a constant offset forgiven.</param>
/// <param name="NormalizedError">Mean ((yHat − y) / scale)²: 1 for always saying the mean.</param>
public sealed record TargetScores(
    string Name, double MeanSquaredError, double RootMeanSquaredError, double MeanAbsoluteError, double R2,
    double ExplainedVariance,
    double NormalizedError);

/// <summary>How well numbers are predicted, one row per target. Made by <see cref="Metrics"/>.</summary>
/// <param name="Targets">Each target.</param>
/// <param name="Rows">How many rows were predicted.</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record RegressionReport(IReadOnlyList<TargetScores> Targets, int Rows) : IRichDisplay
{
    /// <summary>The NMR challenge's error: the sum of ((yHat − y) / scale)² over all rows and targets.</summary>
    public double NormalizedError => Rows * Targets.Sum(t => t.NormalizedError);

    /// <summary>The same per value: 0 if all is right, about 1 for always saying the mean.</summary>
    public double NormalizedErrorPerValue => Targets.Average(t => t.NormalizedError);

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>The table as text.</summary>
    public override string ToString() => ToText();

    private Table Show() => new(
        Words.Of($"{Rows:N0} rows predicted: normalised error {NormalizedErrorPerValue:0.0000} per value"),
        ["target", "RMSE", "MAE", "R²", "explained variance", "normalised error"],
        [
            .. Targets.Select(t => new object?[]
            {
                t.Name, t.RootMeanSquaredError, t.MeanAbsoluteError, t.R2, t.ExplainedVariance, t.NormalizedError,
            }),
        ],
        "Normalised error: mean squared error in standard deviations, 1 for always saying the mean; "
        + Words.Of($"the sum over all rows is {NormalizedError:0.0}."));
}
