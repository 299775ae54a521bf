using HackLab.Simulation.Numerics;
using HackLab.Simulation.PrintedPages;
using Xunit;

namespace HackLab.Tests.Simulation.PrintedPages;

public sealed class PageSimulatorTests
{
    // The characters of the challenge's transcription, and what else stands in old type.
    private const string Alphabet =
        "&(),-.0123456789:;?ABCDEFGHIJLMNOPQRSTUVYabcdefghijklmnopqrstuvwxyzáçéíñóú“”ſàèāēīōūꝗ";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_symbol_has_a_drawn_letter_with_ink_and_the_letters_differ()
    {
        var seen = new HashSet<string>();
        foreach (char symbol in Alphabet)
        {
            Glyph glyph = StrokeAlphabet.Default.Take(symbol, new SeededRandom(1));
            Assert.Equal(glyph.Width * glyph.Height, glyph.Ink.Length);
            Assert.InRange(glyph.Ink.Sum(), symbol is '.' or '-' ? 3 : 8, 220);
            Assert.All(glyph.Ink, ink => Assert.InRange(ink, 0, 1));
            Assert.True(seen.Add(string.Join(',', glyph.Ink)), $"'{symbol}' looks like another letter");
        }
        Assert.Throws<ArgumentException>(() => StrokeAlphabet.Default.Take('漢', new SeededRandom(1)));
    }

    [Fact]
    public void Letters_hang_and_rise_as_they_should()
    {
        Assert.True(Reach('p').Below > 5 && Reach('q').Below > 5 && Reach('n').Below <= 1);
        Assert.True(Reach('l').Above > 17 && Reach('ſ').Above > 17 && Reach('n').Above < 15);
        Assert.True(Reach('ñ').Above > Reach('n').Above + 2 && Reach('ç').Below > Reach('c').Below + 2);

        static (int Above, int Below) Reach(char symbol)
        {
            Glyph glyph = StrokeAlphabet.Default.Take(symbol, new SeededRandom(1));
            int first = Array.FindIndex(glyph.Ink, ink => ink > 0.3f) / glyph.Width, last = Array.FindLastIndex(glyph.Ink, ink => ink > 0.3f) / glyph.Width;
            return (glyph.Baseline - first, last + 1 - glyph.Baseline);
        }
    }

    [Fact]
    public void A_seed_gives_the_same_lines_and_more_lines_begin_with_the_same_ones()
    {
        IReadOnlyList<LineImage> few = LineSimulator.Generate(30, 4, cancellation: Token), many = LineSimulator.Generate(60, 4, cancellation: Token);
        for (int i = 0; i < few.Count; i++)
        {
            Assert.Equal(few[i].Text, many[i].Text);
            Assert.Equal(few[i].Pixels, many[i].Pixels);
        }
        Assert.NotEqual(few[0].Text, LineSimulator.Generate(1, 5, cancellation: Token)[0].Text);
        // One page made alone, on this thread, is the page that many threads make among others.
        PrintedPage alone = PageSimulator.Generate(1, 1, 4, null, null, Token)[0], among = PageSimulator.Generate(3, 4, cancellation: Token)[1];
        Assert.Equal(alone.Image, among.Image);
        Assert.Throws<OperationCanceledException>(() => LineSimulator.Generate(10, cancellation: new CancellationToken(true)));
        Assert.Empty(LineSimulator.Generate(0, cancellation: Token));
        Assert.Throws<ArgumentException>(() => PageSimulator.Generate(1, options: new PrintOptions { Noise = double.NaN }, cancellation: Token));
    }

    [Fact]
    public void Wider_lines_hold_more_text_and_print_as_long_as_the_text()
    {
        double narrow = Characters(200), wide = Characters(400);
        Assert.InRange(wide / narrow, 1.9, 2.2);
        var plain = new PrintOptions { LineWidth = 300, Noise = 0, BleedThrough = 0, Warp = 0, Wear = 0, Unevenness = 0 };
        foreach (LineImage line in LineSimulator.Generate(24, 8, plain, cancellation: Token))
        {
            // Where the last ink of the line stands in the 20 rows of its own letters, the rules beside it left out.
            int last = Enumerable.Range(8, 290).Last(x => Enumerable.Range(6, 18).Any(y => line.Pixels[(y * line.Width) + x] < 0.5f));
            Assert.InRange(last, 250, 300);
        }

        double Characters(int width) => LineSimulator.Generate(72, 2, new PrintOptions { LineWidth = width }, cancellation: Token).Average(l => l.Text.Length);
    }

    [Fact]
    public void Ink_covers_about_a_sixth_of_a_line_and_text_uses_the_transcriptions_characters()
    {
        IReadOnlyList<LineImage> lines = LineSimulator.Generate(240, 6, cancellation: Token);
        double dark = lines.Average(line => line.Pixels.Average(pixel => pixel < 0.57f ? 1.0 : 0));
        Assert.InRange(dark, 0.12, 0.22);
        Assert.All(lines, line => Assert.All(line.Text, c => Assert.True(c == ' ' || (Alphabet.Contains(c) && !"ſāēīōūꝗ".Contains(c)), $"'{c}'")));
        Assert.All(lines, line => Assert.All(line.Printed, c => Assert.True(c == ' ' || StrokeAlphabet.Default.Symbols.Contains(c), $"'{c}'")));
        string printed = string.Concat(lines.Select(line => line.Printed));
        Assert.Contains('ſ', printed);
        Assert.Contains('ꝗ', printed);
        Assert.DoesNotContain("ſ ", printed);
    }

    [Fact]
    public void Words_stand_in_type_as_printers_set_them()
    {
        Assert.Equal(("ſuceſſos", "sucessos"), InType("sucessos", 0));
        Assert.Equal(("vna", "una"), InType("una", 0));
        Assert.Equal(("aueriguò", "averiguò"), InType("averiguò", 0));
        Assert.Equal(("tāto", "tanto"), InType("tanto", 1));
        Assert.Equal(("ꝗ", "q"), InType("que", 1));

        static (string Set, string Text) InType(string text, double abbreviate) => OldSpelling.InType(text, new SeededRandom(1), abbreviate);
    }

    [Fact]
    public void At_least_six_hundred_words_come_up_and_each_can_be_set()
    {
        Assert.True(SpanishWords.All.Count >= 600, $"{SpanishWords.All.Count}");
        Assert.All(SpanishWords.All, word => Assert.All(word, c => Assert.Contains(c, StrokeAlphabet.Default.Symbols)));
    }
}
