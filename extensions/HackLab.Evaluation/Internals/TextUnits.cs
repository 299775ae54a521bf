using System.Globalization;

namespace HackLab.Evaluation.Internals;

/// <summary>Texts as the units that are compared: what readers see as one character (a text element), or words.</summary>
internal static class TextUnits
{
    /// <summary>Text elements by Unicode's rules: a letter with its marks is one, an emoji of several code points too.</summary>
    public static string[] Characters(string text)
    {
        var units = new List<string>(text.Length);
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext()) units.Add(elements.GetTextElement());
        return [.. units];
    }

    /// <summary>What stands between blanks.</summary>
    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Equal units as equal numbers, which compare faster.</summary>
    public static (int[] A, int[] B) Numbered(string[] a, string[] b)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int Number(string unit)
        {
            if (!numbers.TryGetValue(unit, out int number)) numbers.Add(unit, number = numbers.Count);
            return number;
        }
        return ([.. a.Select(Number)], [.. b.Select(Number)]);
    }
}
