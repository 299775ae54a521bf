using HackLab.Data;
using HackLab.Data.Renaissance;
using HackLab.Simulation.PrintedPages;
using Xunit;

namespace HackLab.Tests.Data.Renaissance;

public sealed class RenaissanceTests
{
    [Theory]
    [InlineData("Forçoſa VIRTVD", "sorzosa uirtud")]
    [InlineData("fuerça", "suerza")]
    [InlineData("q\u0304 tambiē", "que tambien")]
    [InlineData("ꝗ tābien", "que tanbien")]
    [InlineData("tãto", "tanto")]
    [InlineData("año, ÑAÑO, nin\u0303o", "año, ñaño, niño")]
    [InlineData("Espíritu  \n Sàntô pingüino", "espiritu santo pinguino")]
    [InlineData("c\u0327arc\u0327a e\u0301l", "zarza el")]
    [InlineData("", "")]
    public void Spellings_that_count_as_the_same_become_the_same(string text, string expected)
    {
        Assert.Equal(expected, OldSpanish.Normalise(text));
        Assert.Equal(expected, OldSpanish.Normalise(OldSpanish.Normalise(text)));
    }

    [Fact]
    public void Print_and_transcription_of_a_simulated_line_are_the_same_but_for_q_alone()
    {
        TextLines lines = Datasets.Renaissance.Load(Size.Sample);
        Assert.All(lines.Lines, line =>
        {
            if (!line.Printed.Contains('ꝗ')) Assert.Equal(OldSpanish.Normalise(line.Printed), OldSpanish.Normalise(line.Text));
        });
    }

    [Fact]
    public void The_embedded_samples_are_what_the_simulator_makes() => Assert.All(
        Datasets.Renaissance.Samples, sample => Assert.True(sample.IsCurrent(), $"{sample.Path} is out of date: make the samples again."));

    [Fact]
    public void Sample_and_simulator_give_the_same_lines_to_a_level_of_grey()
    {
        TextLines sample = Datasets.Renaissance.Load(Size.Sample);
        TextLines made = Datasets.Renaissance.Load(Size.Simulated(sample.Count, RenaissanceSample.Seed));
        for (int i = 0; i < sample.Count; i++)
        {
            Assert.Equal((made.Lines[i].Text, made.Lines[i].Printed), (sample.Lines[i].Text, sample.Lines[i].Printed));
            Assert.Equal((made.Lines[i].Width, made.Lines[i].Height), (sample.Lines[i].Width, sample.Lines[i].Height));
            for (int p = 0; p < made.Lines[i].Pixels.Length; p++) Assert.Equal(made.Lines[i].Pixels[p], sample.Lines[i].Pixels[p], 0.017f);
        }
    }

    [Fact]
    public void Padding_puts_white_to_the_right_of_narrow_lines()
    {
        var lines = new TextLines("two", [new([0, 0.5f], 1, 2, "i", "i"), new([0, 0, 0, 0], 2, 2, "m", "m")]);
        Assert.Equal([0, 1, 0.5f, 1, 0, 0, 0, 0], lines.Padded());
        Assert.Equal(['i', 'm'], lines.Alphabet);
        Assert.Equal("m", lines.Take(1).Lines[0].Text);
        Assert.Throws<ArgumentException>(() => new TextLines("x", []));
        Assert.Throws<ArgumentException>(() => new TextLines("x", [new([0], 1, 2, "", "")]));
    }

    [Fact]
    public void Lines_cut_out_of_a_page_are_those_of_the_line_simulator()
    {
        BookPage page = Datasets.Renaissance.SimulatePages(1, seed: 9)[0];
        TextLines cut = page.Cut(), lines = Datasets.Renaissance.Simulate(PageSimulator.Lines, seed: 9);
        Assert.Equal(lines.Padded(), cut.Padded());
        Assert.Equal(48, page.Cut(48).Height);
    }
}
