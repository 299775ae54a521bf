using System.Text.Json;
using HackLab.Evaluation;
using Xunit;
using static HackLab.Tests.Evaluation.ReferenceFile;

namespace HackLab.Tests.Evaluation;

/// <summary>Image and mask metrics against scikit-image, SciPy and the papers' formulas.</summary>
public class ImagesReferenceTests
{
    private static readonly JsonElement _file = Read("images");

    public static IEnumerable<TheoryDataRow<int>> Pairs => Cases("images", "pairs");

    public static IEnumerable<TheoryDataRow<int>> Masks => Cases("images", "masks");

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Likeness_of_images_equals_that_of_scikit_image(int index)
    {
        JsonElement one = _file.GetProperty("pairs")[index];
        int width = one.GetProperty("width").GetInt32(), height = one.GetProperty("height").GetInt32();
        double range = one.Number("dataRange");
        float[] x = Image(width, height, one.GetProperty("first").GetInt32()), y = Image(width, height, one.GetProperty("second").GetInt32());
        if (one.GetProperty("psnr").ValueKind == JsonValueKind.Null) Assert.Equal(double.PositiveInfinity, Metrics.Psnr(x, y, range));
        else Close(one, "psnr", Metrics.Psnr(x, y, range));
        Close(one, "uniform", Metrics.Ssim(x, y, width, height, range));
        Close(one, "uniform11", Metrics.Ssim(x, y, width, height, range, new SsimOptions { Size = 11 }));
        Close(one, "gaussian", Metrics.Ssim(x, y, width, height, range, new SsimOptions { Window = SsimWindow.Gaussian }));
        Close(one, "wang", Metrics.Ssim(x, y, width, height, range, SsimOptions.Wang));
        double[] scales = one.Numbers("multi");
        Close(one, "multi", Enumerable.Range(1, scales.Length).Select(s => Metrics.MultiScaleSsim(x, y, width, height, range, s)));
        if (scales.Length == 5) Close("five scales", scales[4], Metrics.MultiScaleSsim(x, y, width, height, range));
        else Assert.Contains("fewer scales", Assert.Throws<ArgumentException>(() => Metrics.MultiScaleSsim(x, y, width, height, range)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mean_PSNR_comes_with_its_interval()
    {
        ImageReport report = Metrics.ImageReport(
            [.. Image(20, 16, 1), .. Image(20, 16, 2)], [.. Image(20, 16, 3), .. Image(20, 16, 4)], 20, 16, dataRange: 1);
        Interval mean = report.MeanPsnr;
        Assert.Equal(report.Psnr.Average(), mean.Value, 12);
        Assert.Equal((report.Psnr.Min(), report.Psnr.Max()), (mean.Low, mean.High));
    }

    [Fact]
    public void Several_images_are_compared_one_by_one()
    {
        float[] truth = [.. Image(20, 16, 1), .. Image(20, 16, 2)], other = [.. Image(20, 16, 3), .. Image(20, 16, 2)];
        ImageReport report = Metrics.ImageReport(truth, other, 20, 16, dataRange: 1);
        Assert.Equal(Metrics.Ssim(truth[..320], other[..320], 20, 16, 1), report.Ssim[0]);
        Assert.Equal(1, report.Ssim[1], 12);
        Assert.Equal((0.0, 0.0, double.PositiveInfinity), (report.MeanSquaredError[1], report.MeanAbsoluteError[1], report.Psnr[1]));
        Assert.Equal(report.Ssim.Average(), Metrics.Ssim(truth, other, 20, 16, 1));
        Assert.Equal(10 * Math.Log10(1 / report.MeanSquaredError[0]), report.Psnr[0], 12);
        Assert.Contains("must be finite", Assert.Throws<ArgumentException>(() => report.MeanPsnr).Message, StringComparison.Ordinal);
        Assert.Contains("SSIM", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("2 images compared", report.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_that_do_not_fit_are_named()
    {
        float[] image = Image(8, 8, 1);
        string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
        Assert.Contains("dataRange", Message(() => Metrics.Psnr(image, image, 0)), StringComparison.Ordinal);
        Assert.Contains("no whole number of images", Message(() => Metrics.Ssim(image, image, 7, 8, 1)), StringComparison.Ordinal);
        Assert.Contains("does not fit into 8 × 8", Message(() => Metrics.Ssim(image, image, 8, 8, 1, SsimOptions.Wang)), StringComparison.Ordinal);
        float[] broken = [.. image];
        broken[5] = float.NaN;
        Assert.Contains("Pixel 5 of the compared image is NaN", Message(() => Metrics.Ssim(image, broken, 8, 8, 1)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Masks))]
    public void Overlap_and_distances_of_masks_equal_those_of_SciPy(int index)
    {
        JsonElement one = _file.GetProperty("masks")[index];
        bool[] a = Mask(one, "a"), b = Mask(one, "b");
        int[] shape = one.Integers("shape");
        double[] spacing = one.Numbers("spacing");
        Close(one, "dice", Metrics.Dice(a, b));
        Close(one, "iou", Metrics.IoU(a, b));
        Close(one, "hausdorff", Metrics.Hausdorff(a, b, shape, spacing));
        Close(one, "hausdorff95", Metrics.Hausdorff95(a, b, shape, spacing));
        Assert.Equal(Metrics.Hausdorff95(a, b, shape, spacing), Metrics.Hausdorff95(b, a, shape, spacing));
        Assert.Equal(Metrics.Dice(a, b), Metrics.Dice([.. a.Select(v => v ? 3 : 0)], [.. b.Select(v => v ? 3 : 1)], label: 3));
    }

    [Fact]
    public void Empty_masks_have_stated_values()
    {
        bool[] none = new bool[6], some = [false, true, false, false, false, false];
        Assert.Equal((1.0, 1.0), (Metrics.Dice(none, none), Metrics.IoU(none, none)));
        Assert.Equal((0.0, 0.0), (Metrics.Dice(none, none, bothEmpty: 0), Metrics.IoU(none, none, bothEmpty: 0)));
        Assert.Equal((0.0, 0.0), (Metrics.Dice(none, some), Metrics.IoU(some, none)));
        Assert.Equal(0, Metrics.Hausdorff(none, none, [2, 3]));
        Assert.Equal(double.PositiveInfinity, Metrics.Hausdorff95(none, some, [2, 3]));
        Assert.Contains("shape [2, 2]", Assert.Throws<ArgumentException>(() => Metrics.Hausdorff(none, some, [2, 2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_masks_are_compared_one_by_one()
    {
        bool[] first = [true, true, false, false], second = [true, false, false, false], none = new bool[4];
        SegmentationReport report = Metrics.SegmentationReport([.. first, .. none, .. first], [.. second, .. none, .. none], [2, 2], [1, 3]);
        Assert.Equal([2 / 3.0, 1, 0], report.Dice);
        Assert.Equal([0.5, 1, 0], report.IoU);
        Assert.Equal([Metrics.Hausdorff95(first, second, [2, 2], [1, 3]), 0, double.PositiveInfinity], report.Hausdorff95);
        Assert.Contains("In 1 images one mask is empty", report.ToText(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Metrics.SegmentationReport(first, second, [3, 1]));
    }

    private static bool[] Mask(JsonElement of, string what) => [.. of.GetProperty(what).GetString()!.Select(c => c == '1')];

    /// <summary>The rule of images.py.</summary>
    private static float[] Image(int width, int height, int seed)
    {
        var pixels = new float[width * height];
        for (int i = 0; i < height; i++)
        {
            for (int j = 0; j < width; j++)
            {
                int noise = ((i * 7919) + (j * 104729) + (i * j % 251 * 31) + (seed * 613)) % 97;
                int pixel = (((3 * i) + (2 * j) + (40 * (((i / 16) + (j / 16)) % 2))) % 160) + (noise * seed / 4);
                pixels[(i * width) + j] = pixel / 255f;
            }
        }
        return pixels;
    }
}
