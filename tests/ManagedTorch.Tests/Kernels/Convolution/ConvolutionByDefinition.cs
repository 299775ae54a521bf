using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

/// <summary>The oracle: the sums of the definition, in double, and arrays to try them on.</summary>
internal sealed class ConvolutionByDefinition
{
    public readonly ConvShape Shape;
    public readonly double[] X;
    public readonly double[] W;
    public readonly double[] Bias;
    public readonly double[] Dy;
    public readonly double[] Y;
    public readonly double[] Dx;
    public readonly double[] Dw;
    public readonly double[] Db;

    public ConvolutionByDefinition(ConvShape s, int seed = 1)
    {
        Shape = s;
        var random = new Random(seed);
        X = Values(s.Batch * s.InChannels * (int)s.InPlane, random);
        W = Values(s.OutChannels * s.GroupIn * s.Taps, random);
        Bias = Values(s.OutChannels, random);
        Dy = Values(s.Batch * s.OutChannels * (int)s.OutPlane, random);
        Y = new double[Dy.Length];
        Dx = new double[X.Length];
        Dw = new double[W.Length];
        Db = new double[s.OutChannels];
        for (int n = 0; n < s.Batch; n++)
        {
            for (int o = 0; o < s.OutChannels; o++)
            {
                for (int i = 0; i < s.OutHeight; i++)
                {
                    for (int j = 0; j < s.OutWidth; j++)
                    {
                        Sum(n, o, i, j);
                    }
                }
            }
        }
    }

    private void Sum(int n, int o, int i, int j)
    {
        ConvShape s = Shape;
        int y = ((n * s.OutChannels + o) * s.OutHeight + i) * s.OutWidth + j;
        Y[y] = Bias[o];
        Db[o] += Dy[y];
        for (int c = 0; c < s.GroupIn; c++)
        {
            for (int p = 0; p < s.KernelHeight; p++)
            {
                for (int q = 0; q < s.KernelWidth; q++)
                {
                    int row = i * s.StrideY + p * s.DilationY - s.PadY, column = j * s.StrideX + q * s.DilationX - s.PadX;
                    if (row >= 0 && row < s.InHeight && column >= 0 && column < s.InWidth)
                    {
                        int channel = o / s.GroupOut * s.GroupIn + c;
                        int x = ((n * s.InChannels + channel) * s.InHeight + row) * s.InWidth + column;
                        int w = ((o * s.GroupIn + c) * s.KernelHeight + p) * s.KernelWidth + q;
                        Y[y] += X[x] * W[w];
                        Dx[x] += Dy[y] * W[w];
                        Dw[w] += Dy[y] * X[x];
                    }
                }
            }
        }
    }

    /// <summary>Multiples of 1/64 in [-1, 1]: exact in float too.</summary>
    private static double[] Values(int count, Random random)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = random.Next(-64, 65) / 64.0;
        }
        return values;
    }
}
