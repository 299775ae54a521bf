using System.Globalization;

namespace HackLab.Evaluation.Internals;

/// <summary>Sentences with numbers, written the same in every country.</summary>
internal static class Words
{
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
