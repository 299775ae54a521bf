using System.Globalization;

namespace HackLab.Evaluation;

/// <summary>A measured value and how far it might be off by chance.</summary>
/// <param name="Value">The value over all rows.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Level">How often such an interval holds the true value, for example 0.95.</param>
/// <param name="Resamples">How many redrawn sets of rows it rests on; 0 where a formula gave it.</param>
public sealed record Interval(double Value, double Low, double High, double Level, int Resamples)
{
    /// <summary>For example <c>0.693 (95 % interval 0.647 to 0.739)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Value:0.000} ({100 * Level:0.##} % interval {Low:0.000} to {High:0.000})");
}
