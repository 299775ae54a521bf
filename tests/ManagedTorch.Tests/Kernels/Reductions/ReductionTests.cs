using System.Numerics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Reductions;

[Collection(ThreadCountCollection.Name)]
public sealed unsafe class ReductionTests
{
    private static readonly int[] LongLengths = [100, 1023, 1024, 1025, 2050, 16384, 16385, 40_001, 5_000_003];

    public static IEnumerable<int> Lengths => Enumerable.Range(0, 65).Concat(LongLengths);

    [Fact]
    public void Float_sums_agree_with_sums_in_decimal_order_in_double_precision() => SumsAgree<float>(2e-7);

    [Fact]
    public void Double_sums_agree_too() => SumsAgree<double>(2e-12);

    [Fact]
    public void A_sum_has_the_same_bits_for_any_number_of_threads()
    {
        float[] x = Samples<float>(300_007, 3);
        var sums = new HashSet<double>();
        int before = Workers.Count;
        try
        {
            foreach (int threads in new[] { 1, 2, 3, 7 })
            {
                Workers.Count = threads;
                fixed (float* p = x)
                {
                    sums.Add(Reduction.Sum(p, x.Length));
                }
            }
        }
        finally
        {
            Workers.Count = before;
        }
        Assert.Single(sums);
    }

    [Fact]
    public void A_sum_has_the_same_bits_on_every_machine()
    {
        float[] x = Samples<float>(300_007, 3);
        fixed (float* p = x)
        {
            Assert.Equal(4684410290042306560, BitConverter.DoubleToInt64Bits(Reduction.Sum(p, x.Length)));
            Assert.Equal(4654447478337175552, BitConverter.DoubleToInt64Bits(Reduction.SumOfSquares(p, 1001)));
        }
    }

    [Fact]
    public void Moments_keep_their_digits_far_from_zero()
    {
        float[] x = [.. Enumerable.Range(0, 1000).Select(i => 100_000f + i % 2)];
        fixed (float* p = x)
        {
            (double mean, double squares) = Reduction.Moments(p, x.Length);
            Assert.Equal(100_000.5, mean, 1e-9);
            Assert.Equal(250, squares, 1e-6);
        }
    }

    [Theory]
    [InlineData(1), InlineData(9), InlineData(1500)]
    public void One_NaN_or_two_opposite_infinities_make_the_sum_NaN(int length)
    {
        for (int i = 0; i < length; i += 1 + length / 50)
        {
            float[] x = new float[length];
            x[i] = float.NaN;
            fixed (float* p = x)
            {
                Assert.True(double.IsNaN(Reduction.Sum(p, length)));
                Assert.True(double.IsNaN(Reduction.Moments(p, length).SquaredDeviations));
                Assert.True(double.IsNaN(Reduction.Dot(p, p, length)));
            }
        }
    }

    internal static T[] Samples<T>(int count, int seed) where T : INumber<T>
    {
        var random = new Random(seed);
        var x = new T[count];
        for (int i = 0; i < count; i++)
        {
            x[i] = T.CreateTruncating((float)(random.NextDouble() * 4 - 1.5));
        }
        return x;
    }

    private static void SumsAgree<T>(double tolerance) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int n in Lengths)
        {
            T[] x = [.. Samples<T>(n, n), T.NaN], y = [.. Samples<T>(n, n + 1), T.NaN];     // NaN: nothing past the end counts
            double sum = 0, magnitudes = 0, squares = 0, dot = 0;
            for (int i = 0; i < n; i++)
            {
                double a = double.CreateTruncating(x[i]), b = double.CreateTruncating(y[i]);
                (sum, magnitudes, squares, dot) = (sum + a, magnitudes + Math.Abs(a), squares + a * a, dot + a * b);
            }
            double allowed = tolerance * (1 + squares + magnitudes);
            fixed (T* px = x, py = y)
            {
                Assert.Equal(sum, Reduction.Sum(px, n), allowed);
                Assert.Equal(squares, Reduction.SumOfSquares(px, n), allowed);
                Assert.Equal(dot, Reduction.Dot(px, py, n), allowed);
                if (n > 0)
                {
                    (double mean, double deviations) = Reduction.Moments(px, n);
                    Assert.Equal(sum / n, mean, allowed / n);
                    Assert.Equal(squares - sum * sum / n, deviations, 2 * allowed);
                }
            }
        }
    }
}
