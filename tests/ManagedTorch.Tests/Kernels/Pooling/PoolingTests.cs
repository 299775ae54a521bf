using System.Text.Json;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

/// <summary>Against PyTorch's numbers, from Reference/pooling.py.</summary>
public sealed unsafe class PoolingTests
{
    private static readonly JsonElement[] Cases = Read();

    public static TheoryData<int, string> All()
    {
        var data = new TheoryData<int, string>();
        for (int i = 0; i < Cases.Length; i++)
        {
            data.Add(i, Cases[i].GetProperty("kind").GetString() + " " + Cases[i].GetProperty("options"));
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Values_and_gradients_are_PyTorchs(int number, string _)
    {
        JsonElement item = Cases[number], options = item.GetProperty("options");
        int[] shape = Ints(item.GetProperty("shape")), sizes = Ints(item.GetProperty("out"));
        double[] expected = Doubles(item.GetProperty("y")), gradient = Doubles(item.GetProperty("dx"));
        double[] x = Values(gradient.Length, 37, 101), dy = Values(expected.Length, 53, 97);
        var y = new double[expected.Length];
        var dx = new double[x.Length];
        var indices = new long[expected.Length];
        fixed (double* px = x, pdy = dy, py = y, pdx = dx)
        fixed (long* at = indices)
        {
            Run(item.GetProperty("kind").GetString()!, options, shape, sizes, px, py, at, pdy, pdx);
        }
        AssertClose(expected, y);
        AssertClose(gradient, dx);
        if (item.TryGetProperty("indices", out JsonElement places))
        {
            Assert.Equal(Array.ConvertAll(Doubles(places), place => (long)place), indices);
        }
    }

    private static void Run(
        string kind, JsonElement options, int[] shape, int[] sizes, double* x, double* y, long* at, double* dy, double* dx)
    {
        switch (kind)
        {
            case "max":
                WindowShape windows = Windows(options, shape);
                AssertSize(windows, sizes);
                MaxPool.Forward(windows, x, y, at);
                MaxPool.Backward(windows, dy, at, dx);
                break;
            case "average":
                WindowShape means = Windows(options, shape);
                AssertSize(means, sizes);
                bool countPad = options.GetProperty("count_include_pad").GetBoolean();
                JsonElement divisor = options.GetProperty("divisor_override");
                int by = divisor.ValueKind == JsonValueKind.Null ? 0 : divisor.GetInt32();
                AveragePool.Forward(means, x, y, countPad, by);
                AveragePool.Backward(means, dy, dx, countPad, by);
                break;
            case "adaptive average":
                AdaptivePool.Average(shape[0] * shape[1], shape[2], shape[3], sizes[2], sizes[3], x, y);
                AdaptivePool.AverageBackward(shape[0] * shape[1], shape[2], shape[3], sizes[2], sizes[3], dy, dx);
                break;
            case "adaptive max":
                AdaptivePool.Max(shape[0] * shape[1], shape[2], shape[3], sizes[2], sizes[3], x, y, at);
                MaxPool.Backward(Planes(shape, sizes), dy, at, dx);
                break;
            case "interpolate":
                (ResamplingAxis<double> vertical, ResamplingAxis<double> horizontal) = Axes(options, shape, sizes);
                Interpolation.Forward(shape[0] * shape[1], vertical, horizontal, x, y);
                Interpolation.Backward(shape[0] * shape[1], vertical, horizontal, dy, dx);
                break;
            case "unfold":
                WindowShape columns = Windows(options, shape);
                Assert.Equal(columns.OutPlane, sizes[2]);
                Unfold.Forward(columns, x, y);
                Unfold.Fold(columns, dy, dx);
                break;
            default:
                WindowShape folded = Windows(options, sizes);
                Assert.Equal(folded.OutPlane, shape[2]);
                Unfold.Fold(folded, x, y);
                Unfold.Forward(folded, dy, dx);
                break;
        }
    }

    [Fact]
    public void Vectorised_halving_equals_the_plain_windows_also_with_NaN_and_ties()
    {
        var random = new Random(3);
        for (int width = 2; width < 70; width++)
        {
            var s = WindowShape.Create(3, 5, width, (2, 2), (2, 2), (0, 0), (1, 1));
            Assert.True(s.IsHalving);
            var x = new float[3 * 5 * width];
            for (int i = 0; i < x.Length; i++)
            {
                int choice = random.Next(12);
                x[i] = choice == 0 ? float.NaN : choice == 1 ? float.NegativeInfinity : choice == 2 ? -0f : random.Next(-2, 3);
            }
            double[] exact = Array.ConvertAll(x, value => (double)value);
            var y = new float[3 * s.OutPlane];
            var expected = new double[y.Length];
            long[] indices = new long[y.Length], places = new long[y.Length];
            fixed (float* px = x, py = y)
            fixed (double* pe = exact, pr = expected)
            fixed (long* at = indices, pp = places)
            {
                MaxPool.Forward(s, px, py, at);
                MaxPool.Forward(s, pe, pr, pp);
            }
            Assert.Equal(places, indices);
            Assert.Equal(expected, Array.ConvertAll(y, value => (double)value));
        }
    }

    private static WindowShape Windows(JsonElement options, int[] shape)
    {
        (int Y, int X) dilation = options.TryGetProperty("dilation", out JsonElement given) ? Pair(given) : (1, 1);
        bool ceil = options.TryGetProperty("ceil_mode", out JsonElement mode) && mode.GetBoolean();
        return WindowShape.Create(shape[0] * shape[1], shape[2], shape[3], Pair(options.GetProperty("kernel_size")),
            Pair(options.GetProperty("stride")), Pair(options.GetProperty("padding")), dilation, ceil);
    }

    private static WindowShape Planes(int[] shape, int[] sizes) =>
        WindowShape.Create(shape[0] * shape[1], shape[2], shape[3], (1, 1), (1, 1), (0, 0), (1, 1)) with
        {
            OutHeight = sizes[2], OutWidth = sizes[3],
        };

    private static (ResamplingAxis<double> Vertical, ResamplingAxis<double> Horizontal) Axes(
        JsonElement options, int[] shape, int[] sizes)
    {
        ResamplingKind kind = options.GetProperty("mode").GetString() switch
        {
            "nearest" => ResamplingKind.Nearest,
            "bilinear" => ResamplingKind.Linear,
            _ => ResamplingKind.Cubic,
        };
        bool align = options.GetProperty("align_corners").ValueKind == JsonValueKind.True;
        double[] factor = options.TryGetProperty("scale_factor", out JsonElement scale) ? Doubles(scale) : [0, 0];
        double Step(double value) => value > 0 ? 1 / value : 0;
        return (new(kind, shape[2], sizes[2], align, Step(factor[0])), new(kind, shape[3], sizes[3], align, Step(factor[1])));
    }

    private static void AssertSize(WindowShape windows, int[] sizes)
    {
        Assert.Equal(sizes[2], windows.OutHeight);
        Assert.Equal(sizes[3], windows.OutWidth);
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-9, $"[{i}] = {actual[i]}, not {expected[i]}");
        }
    }

    private static double[] Values(int count, int step, int size)
    {
        var values = new double[count];
        for (long i = 0; i < count; i++)
        {
            values[i] = ((i * step + 11) % size - size / 2) / 16.0;
        }
        return values;
    }

    private static int[] Ints(JsonElement array) => Array.ConvertAll(Doubles(array), value => (int)value);

    private static double[] Doubles(JsonElement array) => array.EnumerateArray().Select(value => value.GetDouble()).ToArray();

    private static (int Y, int X) Pair(JsonElement array) => (array[0].GetInt32(), array[1].GetInt32());

    private static JsonElement[] Read()
    {
        using Stream file = typeof(PoolingTests).Assembly.GetManifestResourceStream("ManagedTorch.Tests.Reference.pooling.json")!;
        return JsonSerializer.Deserialize<JsonElement[]>(file)!;
    }
}
