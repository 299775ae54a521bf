using HackLab.Data.Renaissance;
using HackLab.Learning;
using HackLab.Simulation.Numerics;
using HackLab.Simulation.PrintedPages;
using Xunit;
using static TorchSharp.torch;

namespace HackLab.Tests.Learning.Transcription;

public sealed class LineBatchesTests
{
    private static readonly TextLines s_lines = new("lines", [.. Enumerable.Range(0, 7).Select(i => Line(10 + (i * 5 % 7 * 3), i))]);
    private static readonly CtcDecoder s_decoder = new("abcdefg");

    [Fact]
    public void Every_line_is_in_one_batch_with_lines_of_about_its_width_and_paper_beside_it()
    {
        var batches = new LineBatches(s_lines, s_decoder, new() { BatchSize = 3 });
        Assert.Equal(3, batches.Count);
        var seen = new List<int>();
        int widest = 0;
        for (int b = 0; b < batches.Count; b++)
        {
            LineBatch batch = batches.Draw(b);
            int[] widths = [.. batch.Rows.Select(row => s_lines.Lines[row].Width)];
            Assert.True(widths.Min() >= widest);
            widest = widths.Max();
            seen.AddRange(batch.Rows);
            int across = (widest + 3) / 4 * 4;
            Assert.Equal([batch.Rows.Count, 1, 4, across], batch.Images.shape);
            Assert.Equal(widths.Select(width => (long)(width + 3) / 4), batch.Steps.data<long>().ToArray());
            Assert.Equal(batch.Rows.SelectMany(row => s_decoder.Encode(s_lines.Lines[row].Text)), batch.Labels.data<long>().ToArray());
            Assert.Equal(batch.Rows.Select(row => (long)s_lines.Lines[row].Text.Length), batch.Lengths.data<long>().ToArray());
            Assert.Equal(0, batch.Images[0, 0, 0, across - 1].item<float>());
        }
        Assert.Equal(Enumerable.Range(0, 7), seen.Order());
    }

    [Fact]
    public void Paper_becomes_nought_and_ink_one_however_grey_they_are()
    {
        var grey = new TextLines("grey", [new([0.7f, 0.3f, 0.7f, 0.7f, 0.7f, 0.7f, 0.7f, 0.7f], 4, 2, "a", "a")]);
        float[] ink = new LineBatches(grey, s_decoder).Draw(0).Images.data<float>().ToArray();
        Assert.Equal([0, 1, 0, 0, 0, 0, 0, 0], ink.Select(value => MathF.Round(value, 4)));
    }

    [Fact]
    public void Distortions_differ_from_draw_to_draw_and_repeat_with_the_seed()
    {
        LineBatchOptions options = new() { BatchSize = 7, Distortion = new() };
        var one = new LineBatches(s_lines, s_decoder, options);
        var other = new LineBatches(s_lines, s_decoder, options);
        float[] first = Draw(one), second = Draw(one);
        Assert.NotEqual(first, second);
        Assert.Equal(first, Draw(other));
        Assert.Equal(second, Draw(other));

        static float[] Draw(LineBatches batches) => batches.Draw(0).Images.data<float>().ToArray();
    }

    [Fact]
    public void No_strength_changes_nothing_and_a_shift_moves()
    {
        var none = new LineDistortion { Stretch = 0, Height = 0, Slant = 0, Slope = 0, Shift = 0, Strength = 0, Noise = 0 };
        LineImage line = Line(40, 1);
        LineImage same = none.Apply(line, new SeededRandom(1));
        for (int i = 0; i < line.Pixels.Length; i++) Assert.Equal(line.Pixels[i], same.Pixels[i], 1e-6f);
        var random = new SeededRandom(2);
        int[] widths = [.. Enumerable.Range(0, 50).Select(_ => (none with { Stretch = 0.5 }).Apply(line, random).Width)];
        Assert.True(widths.Min() is >= 20 and < 28 && widths.Max() is > 52 and <= 60, $"{widths.Min()} to {widths.Max()}");
        Assert.Equal("b", (none with { Shift = 3 }).Apply(line, random).Text);
        Assert.Throws<ArgumentException>(() => (none with { Noise = 1 }).Apply(line, random));
        Assert.Throws<ArgumentException>(() => (none with { Slant = double.NaN }).Apply(line, random));
    }

    [Fact]
    public void A_networks_scores_come_back_in_the_order_of_the_lines_whatever_the_batches()
    {
        var network = new Columns(s_decoder.Classes);
        IReadOnlyList<CtcScores> alone = new LineBatches(s_lines, s_decoder, new() { BatchSize = 1 }).Score(network);
        IReadOnlyList<CtcScores> together = new LineBatches(s_lines, s_decoder, new() { BatchSize = 4 }).Score(network);
        for (int i = 0; i < s_lines.Count; i++)
        {
            Assert.Equal((s_lines.Lines[i].Width + 3) / 4, alone[i].Steps);
            Assert.Equal(alone[i].LogProbabilities, together[i].LogProbabilities);
        }
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        var batches = new LineBatches(s_lines, s_decoder);
        Assert.Throws<ArgumentOutOfRangeException>(() => batches.Draw(1));
        Assert.Contains("7 lines, 8 classes", Assert.Throws<ArgumentException>(() => batches.Score(new Columns(5))).Message);
        Assert.Contains("'g'", Assert.Throws<ArgumentException>(() => new LineBatches(s_lines, new CtcDecoder("abcdef")).Draw(0)).Message);
        Assert.Throws<ArgumentException>(() => new LineBatches(s_lines, s_decoder, new() { BatchSize = 0 }));
        Assert.Throws<ArgumentException>(() => new LineBatches(s_lines, s_decoder, new() { Stride = 0 }));
    }

    private static LineImage Line(int width, int letter)
    {
        string text = "abcdefg"[letter].ToString();
        var pixels = new float[width * 4];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = i * (letter + 3) % 5 == 0 ? 0.2f : 0.9f;
        return new LineImage(pixels, width, 4, text, text);
    }

    // Says something of each four columns that depends on their ink only.
    private sealed class Columns(int classes) : nn.Module<Tensor, Tensor>("Columns")
    {
        public override Tensor forward(Tensor x)
        {
            Tensor ink = nn.functional.avg_pool2d(x, [4, 4]).squeeze(2).permute(2, 0, 1);      // (T, N, 1)
            return nn.functional.log_softmax(ink * arange(classes).to(float32), -1);
        }
    }
}
