using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.PrintedPages;

/// <summary>Letters cut out of pages by <see cref="GlyphCutter"/>, several of each; what is missing may come from another
/// source.</summary>
public sealed class CutAlphabet : IGlyphSource
{
    private readonly Dictionary<char, Glyph[]> _samples;
    private readonly IGlyphSource? _rest;

    internal CutAlphabet(Dictionary<char, Glyph[]> samples, IGlyphSource? rest)
    {
        (_samples, _rest) = (samples, rest);
        Symbols = [.. samples.Keys.Union(rest?.Symbols ?? []).Order()];
        // A small o is about as wide as the blank is twice.
        Blank = 0.5 * samples.Values.SelectMany(glyphs => glyphs).Average(glyph => glyph.Advance);
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<char> Symbols { get; }

    /// <inheritdoc/>
    public double Blank { get; }

    /// <summary>How many samples of a symbol were cut out; 0 for one that it has not.</summary>
    /// <param name="symbol">Any character.</param>
    public int SampleCount(char symbol) => _samples.TryGetValue(symbol, out Glyph[]? glyphs) ? glyphs.Length : 0;

    /// <inheritdoc/>
    public Glyph Take(char symbol, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!_samples.TryGetValue(symbol, out Glyph[]? glyphs))
        {
            if (_rest is not null) return _rest.Take(symbol, random);
            throw new ArgumentException($"No '{symbol}' (U+{(int)symbol:X4}) was cut out.", nameof(symbol));
        }
        return glyphs[random.NextInt(glyphs.Length)];
    }
}
