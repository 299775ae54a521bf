using System.Globalization;
using HackLab.Data;
using HackLab.Data.Display;

namespace HackLab.Learning;

/// <summary>How the model shows itself: what was reached, and its coefficients.</summary>
public sealed partial class LogisticRegression : IRichDisplay
{
    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>What was reached, in one line.</summary>
    public override string ToString()
    {
        string reason = Stopped switch
        {
            StopReason.Converged => "converged",
            StopReason.TimeLimit => "stopped by its time limit",
            StopReason.Interrupted => "interrupted, kept as it was",
            StopReason.Diverged => "diverged: try a smaller learning rate",
            _ => "stopped by its iteration limit",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Logistic regression, {Features.Count} features: {reason} after {Log[^1].Iteration} steps, log loss {Log[^1].Loss:0.0000}");
    }

    private Table Show()
    {
        if (_intercepts.Length == 1)
        {
            object?[][] rows = [.. Features.Select((name, j) => new object?[] { name, _weights[j], _weights[j] * _spread[j] }), ["(intercept)", Intercept, null]];
            return new Table(ToString(), ["feature", "coefficient", "× standard deviation"], rows);
        }
        object?[][] sets =
        [
            .. Features.Select((name, j) => (object?[])[name, .. ClassNames.Select((_, k) => (object?)_weights[(k * Features.Count) + j])]),
            ["(intercept)", .. _intercepts.Select(b => (object?)b)],
        ];
        return new Table(ToString(), ["feature", .. ClassNames], sets);
    }
}
