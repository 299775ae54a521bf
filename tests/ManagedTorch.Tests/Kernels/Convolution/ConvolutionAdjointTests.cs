using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

/// <summary>The layers of real networks, too large for the definition: the three products must be one and the same sum.</summary>
[Collection(ThreadCountCollection.Name)]
public sealed unsafe class ConvolutionAdjointTests
{
    public static TheoryData<string, int> Layers()
    {
        var data = new TheoryData<string, int>();
        foreach (string name in Shapes.Keys)
        {
            for (int threads = 1; threads <= 3; threads++)
            {
                data.Add(name, threads);
            }
        }
        return data;
    }

    private static readonly Dictionary<string, ConvShape> Shapes = new()
    {
        ["particle images"] = Layer(5, 32, 64, 32, 3, 1, 1),
        ["autoencoder"] = Layer(6, 16, 32, 32, 3, 2, 1),
        ["super resolution 9x9"] = Layer(1, 1, 64, 150, 9, 1, 1),
        ["super resolution 5x5"] = Layer(1, 64, 32, 150, 5, 1, 1),
        ["to one channel"] = Layer(2, 32, 1, 75, 5, 1, 1),
        ["pointwise"] = Layer(3, 48, 20, 31, 1, 1, 1),
        ["depthwise"] = Layer(3, 32, 32, 40, 3, 1, 32),
        ["patches"] = Layer(3, 3, 40, 64, 8, 8, 1),
    };

    private static ConvShape Layer(int batch, int channels, int outputs, int size, int kernel, int stride, int groups) => ConvShape.Create(
        batch, channels, size, size, outputs, (kernel, kernel), (stride, stride), (kernel == stride ? 0 : kernel / 2, kernel / 2), (1, 1), groups);

    [Theory]
    [MemberData(nameof(Layers))]
    public void Result_input_gradient_and_weight_gradient_are_adjoint_to_each_other(string name, int threads)
    {
        ConvShape s = Shapes[name];
        int before = Workers.Count;
        Workers.Count = threads;
        try
        {
            var random = new Random(2);
            float[] x = Values(s.Batch * s.InChannels * s.InPlane, random), w = Values(s.OutChannels * s.GroupIn * s.Taps, random);
            float[] dy = Values(s.Batch * s.OutChannels * s.OutPlane, random);
            float[] y = new float[dy.Length], dx = new float[x.Length], dw = new float[w.Length];
            fixed (float* px = x, pw = w, pdy = dy, py = y, pdx = dx, pdw = dw)
            {
                Convolution.Forward(s, px, pw, null, py);
                Convolution.BackwardInput(s, pdy, pw, null, pdx);
                Convolution.BackwardWeight(s, px, pdy, pdw);
            }
            double size = Math.Sqrt(Dot(y, y) * Dot(dy, dy));
            Assert.InRange(Dot(dx, x), Dot(dy, y) - 1e-6 * size, Dot(dy, y) + 1e-6 * size);
            Assert.InRange(Dot(dw, w), Dot(dy, y) - 1e-6 * size, Dot(dy, y) + 1e-6 * size);
        }
        finally
        {
            Workers.Count = before;
        }
    }

    [Fact]
    public void Equal_numbers_of_threads_give_equal_bits()
    {
        ConvShape s = Shapes["particle images"];
        int before = Workers.Count;
        Workers.Count = 2;
        try
        {
            var random = new Random(2);
            float[] x = Values(s.Batch * s.InChannels * s.InPlane, random), dy = Values(s.Batch * s.OutChannels * s.OutPlane, random);
            var first = new float[s.OutChannels * s.GroupIn * s.Taps];
            var again = new float[first.Length];
            fixed (float* px = x, pdy = dy, pf = first, pa = again)
            {
                Convolution.BackwardWeight(s, px, pdy, pf);
                for (int i = 0; i < 5; i++)
                {
                    Convolution.BackwardWeight(s, px, pdy, pa);
                    Assert.Equal(first, again);
                }
            }
        }
        finally
        {
            Workers.Count = before;
        }
    }

    private static float[] Values(nint count, Random random)
    {
        var values = new float[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = random.NextSingle() - 0.3f;
        }
        return values;
    }

    private static double Dot(float[] a, float[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (double)a[i] * b[i];
        }
        return sum;
    }
}
