using System.Text;

namespace HackLab.Data.Delimited;

/// <summary>Gives words that come again and again (classes, dispositions) the same string, one copy for all rows.</summary>
internal sealed class TextPool
{
    private const int Longest = 32;

    private readonly string?[] _words = new string?[1 << 10];

    /// <summary>The string of some ASCII bytes, if it was given out lately; else null, and the place to put it.</summary>
    internal string? Find(ReadOnlySpan<byte> text, out int place)
    {
        place = -1;
        if (text.Length > Longest) return null;
        uint hash = 2166136261;
        foreach (byte b in text) hash = (hash ^ b) * 16777619;
        place = (int)((hash ^ (hash >> 15)) % (uint)_words.Length);
        return _words[place] is { } word && Ascii.Equals(text, word) ? word : null;
    }

    internal string Keep(string word, int place)
    {
        if (place >= 0) _words[place] = word;
        return word;
    }
}
