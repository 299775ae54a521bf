using System.Globalization;

namespace HackLab.Evaluation.Internals;

/// <summary>Sentences with numbers, written the same in every country.</summary>
internal static class Words
{
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A p-value, for example <c>p = 0.014</c>; never 0, which no test can show.</summary>
    public static string P(double p) => p < 0.0001 ? "p < 0.0001" : Of($"p = {p:0.####}");
}
