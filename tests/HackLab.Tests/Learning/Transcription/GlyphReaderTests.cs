using HackLab.Data;
using HackLab.Data.Renaissance;
using HackLab.Evaluation;
using HackLab.Learning;
using HackLab.Simulation.PrintedPages;
using Xunit;

namespace HackLab.Tests.Learning.Transcription;

public sealed class GlyphReaderTests
{
    private static readonly TextLines Lines = Datasets.Renaissance.Load(Size.Sample);

    private static readonly GlyphReader Reader = GlyphReader.Fit(Lines.Lines.Take(144));

    [Fact]
    public void It_reads_lines_it_has_not_seen_with_nine_letters_in_ten_right()
    {
        LineImage[] others = [.. Lines.Lines.Skip(144).Take(12)];
        double rate = Metrics.CharacterErrorRate([.. others.Select(line => line.Text)], [.. others.Select(Reader.Read)], TextNormalization.Renaissance);
        Assert.InRange(rate, 0.02, 0.13);
    }

    [Fact]
    public void It_looks_at_the_picture_alone_and_not_at_the_text()
    {
        LineImage line = Lines.Lines[150];
        Assert.Equal(Reader.Read(line), Reader.Read(line with { Text = "other", Printed = "other" }));
    }

    [Fact]
    public void It_knows_symbols_as_they_stand_in_print()
    {
        Assert.Contains('ſ', Reader.Alphabet);
        Assert.Equal(Reader.Alphabet.Distinct().Order(), Reader.Alphabet);
        Assert.DoesNotContain(' ', Reader.Alphabet);
    }

    [Fact]
    public void An_empty_line_says_nothing() =>
        Assert.Equal("", Reader.Read(new LineImage([.. Enumerable.Repeat(0.9f, 32 * 200)], 200, 32, "", "")));

    [Fact]
    public void Lines_of_another_height_or_without_known_letters_are_refused()
    {
        Assert.Contains("20 rows", Assert.Throws<ArgumentException>(() => Reader.Read(new LineImage(new float[2000], 100, 20, "", ""))).Message, StringComparison.Ordinal);
        Assert.Contains("belong together", Assert.Throws<ArgumentException>(() => GlyphReader.Fit([])).Message, StringComparison.Ordinal);
    }
}
