using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

public sealed unsafe class TransposedConvolutionTests
{
    [Fact]
    public void It_spreads_each_value_over_the_kernel_and_adds_the_bias()
    {
        var random = new Random(9);
        for (int i = 0; i < 150; i++)
        {
            int groups = random.Next(1, 3), stride = random.Next(1, 4), dilation = random.Next(1, 3), kernel = random.Next(1, 5);
            var s = ConvShape.CreateTransposed(random.Next(1, 3), groups * random.Next(1, 6), random.Next(1, 8), random.Next(1, 20),
                groups * random.Next(1, 6), (kernel, random.Next(1, 5)), (stride, random.Next(1, 4)), (random.Next(0, 2), random.Next(0, 2)),
                (random.Next(0, Math.Max(stride, dilation)), 0), (dilation, 1), groups);
            if (s.InHeight > 0 && s.InWidth > 0)
            {
                Check(s);
            }
        }
    }

    private static void Check(ConvShape s)
    {
        var exact = new ConvolutionByDefinition(s);
        var random = new Random(1);
        var bias = new double[s.InChannels];
        for (int c = 0; c < bias.Length; c++)
        {
            bias[c] = random.Next(-8, 9) / 8.0;
        }
        double[] expected = (double[])exact.Dx.Clone(), sums = new double[s.InChannels], channelSums = new double[s.OutChannels];
        for (int i = 0; i < expected.Length; i++)
        {
            expected[i] += bias[i / (int)s.InPlane % s.InChannels];
            sums[i / (int)s.InPlane % s.InChannels] += exact.Dx[i];
        }
        for (int i = 0; i < exact.Dy.Length; i++)
        {
            channelSums[i / (int)s.OutPlane % s.OutChannels] += exact.Dy[i];
        }
        ConvolutionTests.Check(s, "transposed", (in s, dy, w, bias, dx) => Convolution.BackwardInput(s, dy, w, bias, dx),
            ConvolutionTests.Of<float>(exact.Dy), ConvolutionTests.Of<float>(exact.W), ConvolutionTests.Of<float>(bias), expected, 1e-5);
        ConvolutionTests.Check(s, "bias", (in s, dy, _, _, db) => Convolution.BackwardBias(s, dy, db),
            ConvolutionTests.Of<float>(exact.Dy), [], null, channelSums, 1e-5);
        ConvolutionTests.Check(s, "transposed bias", (in s, dx, _, _, db) => Convolution.BackwardTransposedBias(s, dx, db),
            exact.Dx, [], null, sums, 1e-13);
    }
}
