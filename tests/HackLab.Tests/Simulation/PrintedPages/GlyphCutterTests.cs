using HackLab.Simulation.Numerics;
using HackLab.Simulation.PrintedPages;
using Xunit;

namespace HackLab.Tests.Simulation.PrintedPages;

public sealed class GlyphCutterTests
{
    private static readonly PrintOptions s_clean = new() { Noise = 0.01, BleedThrough = 0.02, Warp = 0.3 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Letters_cut_out_of_known_lines_look_like_those_that_were_set()
    {
        CutAlphabet cut = GlyphCutter.Cut(LineSimulator.Generate(120, 3, s_clean, cancellation: Token), cancellation: Token);
        foreach (char symbol in "aeinorstudlmpc")
        {
            Assert.True(cut.SampleCount(symbol) >= 3, $"'{symbol}': {cut.SampleCount(symbol)} samples");
            // Of all drawn letters the one that was asked for is the nearest; the thin bar of e fades in print and leaves a c. Not asked of ſ, whose
            // hook hangs over the next letter and is lost by an upright cut.
            char nearest = "aeinorstudlmpc".MinBy(other => Distance(Mean(cut, symbol), Mean(StrokeAlphabet.Default, other)));
            Assert.True(nearest == symbol || (symbol, nearest) is ('e', 'c'), $"'{symbol}' looks like '{nearest}'");
        }
    }

    [Fact]
    public void A_page_can_be_set_from_cut_letters_and_what_is_missing_comes_from_the_rest()
    {
        IReadOnlyList<LineImage> lines = LineSimulator.Generate(48, 3, s_clean, cancellation: Token);
        CutAlphabet without = GlyphCutter.Cut(lines, cancellation: Token), with = GlyphCutter.Cut(lines, StrokeAlphabet.Default, Token);
        Assert.DoesNotContain('9', without.Symbols);
        Assert.Contains('9', with.Symbols);
        Assert.Throws<ArgumentException>(() => without.Take('9', new SeededRandom(1)));
        LineImage line = LineSimulator.Generate(1, 1, source: with, cancellation: Token)[0];
        Assert.InRange(line.Pixels.Average(pixel => pixel < 0.57f ? 1.0 : 0), 0.05, 0.3);
        Assert.All(LineSimulator.Generate(24, 1, source: without, cancellation: Token),
            l => Assert.All(l.Printed, c => Assert.True(c == ' ' || without.Symbols.Contains(c))));
    }

    [Fact]
    public void Lines_without_letters_are_refused() => Assert.Throws<ArgumentException>(
        () => GlyphCutter.Cut([new LineImage(new float[32 * 100], 100, 32, "nada", "nada")], cancellation: Token));

    private const int Side = 24, Above = 22, Below = 10;

    private static double[] Mean(IGlyphSource source, char symbol)
    {
        var mean = new double[Side * (Above + Below)];
        var random = new SeededRandom(1);
        for (int k = 0; k < 30; k++)
        {
            Glyph glyph = source.Take(symbol, random);
            // By the first inked column, since sources place letters differently.
            int first = Enumerable.Range(0, glyph.Width).First(x => Enumerable.Range(0, glyph.Height).Any(y => glyph.Ink[(y * glyph.Width) + x] > 0.3f));
            for (int row = 0; row < Above + Below; row++)
            {
                for (int column = 0; column < Side; column++)
                {
                    int y = row - Above + glyph.Baseline, x = first + column;
                    if (y >= 0 && y < glyph.Height && x < glyph.Width) mean[(row * Side) + column] += glyph.Ink[(y * glyph.Width) + x] / 30;
                }
            }
        }
        return mean;
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, (p, q) => (p - q) * (p - q)).Sum();
}
