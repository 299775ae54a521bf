using System.Collections.Concurrent;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.PrintedPages;

/// <summary>
/// A serif alphabet drawn with a pen along centre lines made for HackLab: nothing in it comes from a font. Every symbol has
/// several sorts, which differ in weight and, in a fraction of a pixel, in place.
/// </summary>
public sealed class StrokeAlphabet : IGlyphSource
{
    private const int Sorts = 12;
    private const double Tracking = 0.08;   // between letters, in x-heights
    private const char FirstPrivate = '\uE000', LastPrivate = '\uF8FF';
    private readonly double _unit;
    private readonly ConcurrentDictionary<(char Symbol, int Sort), Glyph> _drawn = new();

    /// <summary>Makes the alphabet at a size.</summary>
    /// <param name="xHeight">The height of x, in pixels, 5 to 200; 12 is that of a scan with 150 dots per inch.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of range.</exception>
    public StrokeAlphabet(double xHeight = 12)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(xHeight, 5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(xHeight, 200);
        _unit = xHeight;
    }

    /// <summary>The one of 12 pixels, as the letters of the renaissance challenge's scan.</summary>
    public static StrokeAlphabet Default { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyCollection<char> Symbols { get; } = [.. StrokeShapes.All.Keys.Where(c => c is < FirstPrivate or > LastPrivate).Order()];

    /// <inheritdoc/>
    public double Blank => 0.5 * _unit;

    /// <inheritdoc/>
    public Glyph Take(char symbol, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!StrokeShapes.All.ContainsKey(symbol))
            throw new ArgumentException($"The alphabet has no '{symbol}' (U+{(int)symbol:X4}).", nameof(symbol));
        return _drawn.GetOrAdd((symbol, random.NextInt(Sorts)), Draw);
    }

    private Glyph Draw((char Symbol, int Sort) which)
    {
        double advance = StrokeShapes.All[which.Symbol].Advance;
        int left = -(int)Math.Ceiling(0.3 * _unit), width = (int)Math.Ceiling((advance + 0.3) * _unit) - left;
        int baseline = (int)Math.Ceiling(1.75 * _unit), height = baseline + (int)Math.Ceiling(0.75 * _unit);
        // The sorts of a symbol: three weights in four places within a pixel.
        double weight = 0.9 + (0.1 * (which.Sort % 3)), shift = which.Sort / 3 * 0.25 / _unit;
        var pen = new Pen(width, height, baseline, left, _unit, weight);
        Stroke(pen, which.Symbol, shift, 0);
        return new Glyph(pen.Coverage(), width, height, baseline, left, (advance + Tracking) * _unit);
    }

    private static void Stroke(Pen pen, char symbol, double x, double y)
    {
        foreach (StrokeShapes.Command command in StrokeShapes.All[symbol].Commands)
        {
            double[] n = command.Numbers;
            switch (command.Kind)
            {
                case 'l':
                    pen.Line(n[0] + x, n[1] + y, n[2] + x, n[3] + y);
                    break;
                case 't':
                    pen.ThinLine(n[0] + x, n[1] + y, n[2] + x, n[3] + y);
                    break;
                case 'c':
                    pen.Curve(n[0] + x, n[1] + y, n[2] + x, n[3] + y, n[4] + x, n[5] + y, n[6] + x, n[7] + y);
                    break;
                case 'o':
                    pen.Ellipse(n[0] + x, n[1] + y, n[2], n[3]);
                    break;
                case 'h':
                    pen.ThinLine(n[0] - n[2] + x, n[1] + y, n[0] + n[2] + x, n[1] + y);
                    break;
                case 'd':
                    pen.Disc(n[0] + x, n[1] + y, n[2]);
                    break;
                case 'b':
                    Stroke(pen, command.Other[0], x, y);
                    break;
                default:
                    Stroke(pen, command.Other[0], x + n[0], y + n[1]);
                    break;
            }
        }
    }
}
