using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests;

/// <summary>Texts as TorchSharp writes them (its own tests of ToString, 0.107), and the HTML view.</summary>
public sealed class PrintingTests
{
    private static readonly float[] Eight = [0.0f, 3.141f, 6.2834f, 3.14152f, 6.28e-06f, -13.141529f, 0.01f, 4713.14f];

    private static string Julia(Tensor x, string? format = null) =>
        x.ToString(julia, format, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n");

    private static string Numpy(Tensor x) => x.ToString(numpy, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n");

    private static string CSharp(Tensor x) => x.ToString(csharp, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n");

    private static Tensor Odd(int count, params long[] sizes) =>
        tensor(Enumerable.Range(0, count).Select(i => 2f * i + 1).ToArray(), sizes);

    [Fact]
    public void Without_a_style_only_shape_type_and_device_are_written()
    {
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());
        Assert.Equal("[], type = Int64, device = cpu", tensor(5L).ToString());
    }

    [Fact]
    public void Julias_style_aligns_columns_at_the_right()
    {
        Assert.Equal("[], type = Float32, device = cpu, value = 3.14", Julia(tensor(3.14f)));
        Assert.Equal("[], type = Float32, device = cpu, value = 3.14E+000", Julia(tensor(3.14f), "E2"));
        Assert.Equal("[], type = ComplexFloat32, device = cpu, value = 3.14+6.28i", Julia(tensor((3.14f, 6.28f))));
        Assert.Equal("[4], type = Float32, device = cpu\n 0 0 0 0\n", Julia(zeros(4)));
        Assert.Equal(
            "[2x4], type = Float32, device = cpu\n        0   3.141 6.2834 3.1415\n 6.28e-06 -13.142   0.01 4713.1\n",
            Julia(tensor(Eight, [2, 4])));
        Assert.Equal(
            "[2x2x4], type = Float32, device = cpu\n[0,..,..] =\n 0.0000000   3.1410000 6.2834000    3.1415200\n"
            + " 0.0000063 -13.1415300 0.0100000 4713.1400000\n\n[1,..,..] =\n 0.0100000 0.0000000 0.0000000 0.0000000\n"
            + " 0.0000000 0.0000000 0.0000000 0.0000000\n",
            Julia(tensor([.. Eight, 0.01f, 0, 0, 0, 0, 0, 0, 0], [2, 2, 4]), "0.0000000"));
        string cut = Julia(arange(400).reshape(2, 200));
        Assert.All(cut.Split('\n'), line => Assert.True(line.Length <= 104));
        Assert.Contains("200 201", cut, StringComparison.Ordinal);
        Assert.Contains(" ...\n", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void NumPys_style_nests_brackets_and_cuts_the_middle()
    {
        Assert.Equal("[0, 0, 0, 0]", Numpy(zeros(4)));
        Assert.Equal("[1, 3, 5, ... 195, 197, 199]", Numpy(Odd(100, 100)));
        Assert.Equal("[[0, 3.141, 6.2834, 3.1415]\n [6.28e-06, -13.142, 0.01, 4713.1]]", Numpy(tensor(Eight, [2, 4])));
        Assert.Equal(
            "[[[0, 3.141, 6.2834, 3.1415]\n  [6.28e-06, -13.142, 0.01, 4713.1]]\n\n [[0.01, 0, 0, 0]\n  [0, 0, 0, 0]]]",
            Numpy(tensor([.. Eight, 0.01f, 0, 0, 0, 0, 0, 0, 0], [2, 2, 4])));
    }

    [Fact]
    public void CSharps_style_can_be_read_by_the_compiler()
    {
        Assert.Equal("[4], type = Float32, device = cpu, value = float [] {0f, 0f, 0f, 0f}", CSharp(zeros(4)));
        Assert.Equal("[100], type = Int32, device = cpu, value = int [] {1, 1, 1, ... 1, 1, 1}", CSharp(ones(100, int32)));
        Assert.Equal(
            "[10x10], type = Float32, device = cpu, value = \nfloat [,] {\n {1f, 3f, 5f, ... 15f, 17f, 19f},\n {21f, 23f, 25f, "
            + "... 35f, 37f, 39f},\n {41f, 43f, 45f, ... 55f, 57f, 59f},\n ...\n {141f, 143f, 145f, ... 155f, 157f, 159f},\n "
            + "{161f, 163f, 165f, ... 175f, 177f, 179f},\n {181f, 183f, 185f, ... 195f, 197f, 199f}\n}",
            CSharp(Odd(100, 10, 10)));
        Assert.Equal(
            "[2x2x4], type = Float32, device = cpu, value = \nfloat [,,] {\n {{0f, 0f, 0f, 0f},\n  {0f, 0f, 0f, 0f}},\n {{0f, "
            + "0f, 0f, 0f},\n  {0f, 0f, 0f, 0f}}\n}",
            CSharp(zeros(2, 2, 4)));
    }

    [Fact]
    public void A_notebook_shows_shape_type_range_and_values()
    {
        string html = TorchSharp.Printing.TensorHtml.Of(tensor(new[] { 1f, float.NaN, 3 }, requires_grad: true));
        Assert.Contains("3 · float32 · requires gradient · from 1 to 3, mean 2 · 1 not finite", html, StringComparison.Ordinal);
        Assert.Contains(">NaN</td>", html, StringComparison.Ordinal);
        string large = TorchSharp.Printing.TensorHtml.Of(zeros(2, 500, 500));
        Assert.Contains("the part [0, .., ..]", large, StringComparison.Ordinal);
        Assert.True(large.Length < 20_000);
        Assert.Contains("number · int64", TorchSharp.Printing.TensorHtml.Of(tensor(5L)), StringComparison.Ordinal);
    }
}
