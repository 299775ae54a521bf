using System.Globalization;

namespace HackLab.Learning.Internals;

/// <summary>Checks what a prediction is given, once, at the border.</summary>
internal static class PredictInput
{
    /// <summary>The number of whole rows.</summary>
    internal static int Rows(ReadOnlySpan<float> x, int features) =>
        x.Length % features == 0 ? x.Length / features
        : throw new ArgumentException($"x holds {x.Length} values, which is no whole number of rows of {features} features.", nameof(x));

    /// <summary>Refuses rows that are cut off or have a value that is not finite; returns their number.</summary>
    internal static int CheckFinite(ReadOnlySpan<float> x, IReadOnlyList<string> features)
    {
        int rows = Rows(x, features.Count);
        int bad = Vectors.FirstNotFinite(x);
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"Row {bad / features.Count}, feature {features[bad % features.Count]}: found {x[bad].ToString(CultureInfo.InvariantCulture)}. "
                + "Every value must be finite: leave such rows out or fill them in first.", nameof(x));
        }
        return rows;
    }
}
