namespace HackLab.Jupyter.Handlers;

/// <summary>Jupyter counts cursor positions in Unicode code points (since 5.2), .NET in UTF-16 units: an emoji is one or two.</summary>
internal static class CodePoints
{
    /// <summary>The UTF-16 index of a code point; the text's end if it lies beyond, or is not given.</summary>
    public static int ToUtf16(string text, int? codePoint)
    {
        if (codePoint is not { } left) return text.Length;
        int index = 0;
        while (left-- > 0 && index < text.Length) index += IsPair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>How many code points lie before a UTF-16 index.</summary>
    public static int FromUtf16(string text, int index)
    {
        int count = 0;
        for (int i = 0; i < index && i < text.Length; i += IsPair(text, i) ? 2 : 1) count++;
        return count;
    }

    private static bool IsPair(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
}
