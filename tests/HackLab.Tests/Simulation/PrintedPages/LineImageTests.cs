using HackLab.Simulation.PrintedPages;
using Xunit;

namespace HackLab.Tests.Simulation.PrintedPages;

public sealed class LineImageTests
{
    // 10 × 40 pixels of paper 0.8, with a letter of brightness 0.2 in rows 2 to 6 of columns 10 to 13, and a rule in column 1.
    private static LineImage Line()
    {
        float[] pixels = Enumerable.Repeat(0.8f, 400).ToArray();
        for (int row = 0; row < 10; row++)
        {
            pixels[(row * 40) + 1] = 0.2f;
            for (int column = 10; row is >= 2 and <= 6 && column <= 13; column++) pixels[(row * 40) + column] = 0.2f;
        }
        pixels[(8 * 40) + 30] = 0.5f;
        return new LineImage(pixels, 40, 10, "", "");
    }

    [Fact]
    public void Ink_goes_from_paper_to_ink_whatever_the_brightness_of_both()
    {
        float[] ink = Line().Ink();
        Assert.Equal(1, ink[(3 * 40) + 11], 5);
        Assert.Equal(0, ink[(3 * 40) + 20], 5);
        Assert.Equal(0.5, ink[(8 * 40) + 30], 5);
        LineImage darker = Line();
        for (int i = 0; i < darker.Pixels.Length; i++) darker.Pixels[i] = 0.05f + (0.5f * darker.Pixels[i]);
        Assert.Equal(ink.Select(v => Math.Round(v, 4)), darker.Ink().Select(v => Math.Round(v, 4)));
    }

    [Fact]
    public void A_rule_beside_the_text_is_no_ink_but_a_letter_is()
    {
        float[] ink = Line().Ink();
        for (int row = 0; row < 10; row++) Assert.Equal(0, ink[(row * 40) + 1]);
        Assert.Equal(20.5, ink.Sum(), 3);
    }

    [Fact]
    public void An_empty_line_has_no_ink()
    {
        float[] pixels = [.. Enumerable.Range(0, 400).Select(i => 0.8f + (0.001f * (i % 3)))];
        Assert.All(new LineImage(pixels, 40, 10, "", "").Ink(), v => Assert.InRange(v, 0, 0.05f));
    }
}
