using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Pointwise;

public sealed class LayoutTests
{
    private static Tensor Numbers(params long[] sizes)
    {
        var random = new Random(7);
        var values = new float[Shape.Elements(sizes)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = random.NextSingle() * 4 - 2;
        }
        return Creation.FromValues<float>(values, sizes);
    }

    [Theory]
    [InlineData(new long[] { 70_001 }, new long[] { 0 })]
    [InlineData(new long[] { 1024, 300 }, new long[] { 0 })]
    [InlineData(new long[] { 1024, 300 }, new long[] { 1 })]
    [InlineData(new long[] { 9, 5, 13, 31 }, new long[] { 0, 2, 3 })]
    [InlineData(new long[] { 9, 5, 13, 31 }, new long[] { 1 })]
    [InlineData(new long[] { 9, 5, 13, 31 }, new long[] { 1, 3 })]
    [InlineData(new long[] { 4, 1, 3, 1, 17 }, new long[] { 1, 2 })]
    [InlineData(new long[] { 3, 1, 2 }, new long[] { 1 })]
    public void Sums_and_extremes_over_any_axes_equal_those_of_a_plain_loop(long[] sizes, long[] axes)
    {
        Tensor x = Numbers(sizes),
            reversed = Views.Permute(x, [.. Enumerable.Range(0, sizes.Length).Reverse().Select(d => (long)d)]);
        long[] mirrored = [.. axes.Select(a => sizes.Length - 1 - a)];
        foreach ((Tensor tensor, long[] over) in new[] { (x, axes), (reversed, mirrored) })
        {
            Dictionary<string, double> expected = Plain(tensor, over);
            Assert.Equal(expected["sum"], PyTorchCases.ValuesOf(tensor.sum(over)).Sum(Math.Abs), 1e-3);
            Assert.Equal(expected["max"], PyTorchCases.ValuesOf(tensor.amax(over)).Sum(), 1e-3);
            Assert.Equal(expected["min"], PyTorchCases.ValuesOf(tensor.amin(over)).Sum(), 1e-3);
            Assert.Equal(expected["var"], PyTorchCases.ValuesOf(tensor.var(over, unbiased: false)).Sum(), 1e-3);
        }
    }

    [Fact]
    public void Long_tensors_give_the_same_bits_as_short_pieces_of_them()
    {
        Tensor x = Numbers(100_003);
        foreach ((string name, Func<Tensor, Tensor> function) in OperationTable.Unary.Where(
            f => f.Key is "exp" or "sigmoid" or "gelu" or "sin" or "pow1.7"))
        {
            double[] whole = PyTorchCases.ValuesOf(function(x)),
                everySecond = PyTorchCases.ValuesOf(function(Views.Slice(x, 0, 1, 50_001, 2)));
            for (int i = 0; i < everySecond.Length; i++)
            {
                Assert.True(whole[2 * i + 1].Equals(everySecond[i]), $"{name}, element {i}");
            }
        }
    }

    [Fact]
    public void The_first_of_equal_extremes_is_found_in_rows_and_columns()
    {
        Tensor x = Creation.FromValues<float>([1, 3, 3, 0, 5, 0, 0, 5, 5, float.NaN, 5, float.NaN], [3, 4]);
        Assert.Equal([1.0, 0, 1], PyTorchCases.ValuesOf(x.argmax(1)));
        Assert.Equal([1.0, 2, 2, 2], PyTorchCases.ValuesOf(x.argmax(0)));
        Assert.Equal([0.0, 2, 1, 2], PyTorchCases.ValuesOf(x.argmin(0)));
    }

    [Fact]
    public void Equal_tensors_are_equal_and_close_ones_are_close()
    {
        Tensor x = Numbers(3, 4), y = x + 1e-6;
        Assert.True(x.Equals(x.clone()));
        Assert.False(x.Equals(y));
        Assert.False(x.Equals(Views.Reshape(x, [4, 3])));
        Assert.True(x.allclose(y, 1e-3, 1e-5));
        Assert.False(x.allclose(y, 0, 1e-8));
        Assert.False(x.Equals("a text"));
    }

    [Fact]
    public void Integer_division_by_zero_is_refused_before_it_starts()
    {
        Tensor x = Creation.FromValues<long>([1, 2], [2]), zero = Creation.FromValues<long>([1, 0], [2]);
        Assert.Throws<DivideByZeroException>(() => x.floor_divide(zero));
        Assert.Throws<DivideByZeroException>(() => x.remainder(zero));
        Assert.Throws<DivideByZeroException>(() => x.fmod(zero));
        Assert.Throws<DivideByZeroException>(() => x % 0);
    }

    [Fact]
    public void Distances_of_complex_numbers_from_zero_have_gradients()
    {
        Tensor re = GradientCheck.Uniform(1, 0.5, 2, 4), im = GradientCheck.Uniform(2, -2, -0.5, 4);
        Tensor z = ComplexArithmetic.Join(re, im, ScalarType.ComplexFloat64);
        double[] lengths = PyTorchCases.ValuesOf(z.abs()), a = PyTorchCases.ValuesOf(re), b = PyTorchCases.ValuesOf(im);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(Math.Sqrt(a[i] * a[i] + b[i] * b[i]), lengths[i], 12);
        }
    }

    private static unsafe Dictionary<string, double> Plain(Tensor x, long[] axes)
    {
        var groups = new Dictionary<string, List<double>>();
        var index = new long[x.Sizes.Length];
        float* data = x.Data<float>();
        for (long i = 0; i < x.Elements; i++)
        {
            long rest = i, at = 0;
            for (int d = index.Length - 1; d >= 0; d--)
            {
                index[d] = rest % x.Sizes[d];
                rest /= x.Sizes[d];
                at += index[d] * x.Strides[d];
            }
            string key = string.Join(',', index.Select((v, d) => axes.Contains(d) ? 0 : v));
            (groups.TryGetValue(key, out List<double>? group) ? group : groups[key] = []).Add(data[at]);
        }
        return new()
        {
            ["sum"] = groups.Values.Sum(g => Math.Abs(g.Sum())),
            ["max"] = groups.Values.Sum(g => g.Max()),
            ["min"] = groups.Values.Sum(g => g.Min()),
            ["var"] = groups.Values.Sum(g => g.Average(v => v * v) - g.Average() * g.Average()),
        };
    }
}
