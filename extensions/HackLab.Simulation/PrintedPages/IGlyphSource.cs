using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.PrintedPages;

/// <summary>Where letters come from: drawn ones (<see cref="StrokeAlphabet"/>) or ones cut out of pages (CutAlphabet).</summary>
public interface IGlyphSource
{
    /// <summary>Every symbol it has, the blank not among them.</summary>
    IReadOnlyCollection<char> Symbols { get; }

    /// <summary>The width of a blank between words, in pixels, before a line is spread to its full width.</summary>
    double Blank { get; }

    /// <summary>One of the symbol's pictures; they differ as worn type does.</summary>
    /// <param name="symbol">One of <see cref="Symbols"/>.</param>
    /// <param name="random">Draws which.</param>
    /// <exception cref="ArgumentException">There is no such symbol.</exception>
    Glyph Take(char symbol, SeededRandom random);
}
