using System.Numerics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(ThreadCountCollection.Name)]
public sealed unsafe class FourierTests
{
    private const double SingleTolerance = 1.5e-6, DoubleTolerance = 2e-14;

    /// <summary>Rows are alone, in part of the lanes and in several groups.</summary>
    private static readonly int[] RowCounts = [1, 3, 9];

    public static TheoryData<int> Lengths() =>
        [.. Enumerable.Range(1, 200), 211, 251, 256, 343, 509, 512, 625, 1000, 1009, 1024, 2048];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Complex_rows_agree_with_the_sum_of_the_definition(int n)
    {
        foreach (int rows in RowCounts)
        {
            Check<float>(n, rows, SingleTolerance);
            Check<double>(n, rows, DoubleTolerance);
        }

        static void Check<T>(int n, int rows, double tolerance) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T[] x = Samples<T>(2 * n * rows, seed: n);
            foreach (bool inverse in (bool[])[false, true])
            {
                T[] y = TransformComplex(x, rows, n, inverse, 0.5);
                for (int row = 0; row < rows; row++)
                {
                    var expected = Definition(ToComplex<T>(x.AsSpan(2 * n * row, 2 * n)), inverse);
                    var actual = ToComplex<T>(y.AsSpan(2 * n * row, 2 * n));
                    AssertClose(expected, 0.5, actual, tolerance, $"n {n}, row {row} of {rows}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Real_rows_give_the_first_half_of_the_complex_transform(int n)
    {
        foreach (int rows in RowCounts)
        {
            Check<float>(n, rows, SingleTolerance);
            Check<double>(n, rows, DoubleTolerance);
        }

        static void Check<T>(int n, int rows, double tolerance) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T[] x = Samples<T>(n * rows, seed: n);
            int half = n / 2 + 1;
            T[] y = TransformReal(x, rows, n, 2);
            for (int row = 0; row < rows; row++)
            {
                Complex[] complex = [.. x.AsSpan(n * row, n).ToArray().Select(v => new Complex(double.CreateTruncating(v), 0))];
                var expected = Definition(complex, inverse: false)[..half];
                var actual = ToComplex<T>(y.AsSpan(2 * half * row, 2 * half));
                AssertClose(expected, 2, actual, tolerance, $"n {n}, row {row} of {rows}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_real_inverse_brings_back_the_row_and_ignores_what_must_be_zero(int n)
    {
        foreach (int rows in RowCounts)
        {
            Check<float>(n, rows, 2 * SingleTolerance);
            Check<double>(n, rows, 2 * DoubleTolerance);
        }

        static void Check<T>(int n, int rows, double tolerance) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T[] x = Samples<T>(n * rows, seed: n), y = TransformReal(x, rows, n, 1);
            int half = n / 2 + 1;
            for (int row = 0; row < rows; row++)
            {
                y[2 * half * row + 1] = T.CreateTruncating(7);
                if (n % 2 == 0)
                {
                    y[2 * half * (row + 1) - 1] = T.CreateTruncating(-3);
                }
            }
            var back = new T[n * rows];
            fixed (T* from = y, to = back)
            {
                Fourier.RealInverse(from, to, rows, n, T.CreateTruncating(1.0 / n));
            }
            double norm = Math.Sqrt(x.Sum(v => double.CreateTruncating(v * v)) / x.Length);
            for (int i = 0; i < x.Length; i++)
            {
                double error = Math.Abs(double.CreateTruncating(x[i] - back[i]));
                Assert.True(error <= tolerance * norm * 3, $"n {n}, value {i} of {rows} rows: {back[i]} is not {x[i]}");
            }
        }
    }

    [Theory]
    [InlineData(1 << 17), InlineData(100_000), InlineData(65_537), InlineData(1_000_003)]
    public void Long_rows_keep_their_energy_and_come_back(int n)
    {
        double[] x = Samples<double>(2 * n, seed: n), y = TransformComplex(x, 1, n, inverse: false, 1);
        double energy = x.Sum(v => v * v);
        Assert.Equal(1, y.Sum(v => v * v) / n / energy, 1e-13);    // Parseval
        double[] back = TransformComplex(y, 1, n, inverse: true, 1.0 / n);
        double error = x.Zip(back, (a, b) => (a - b) * (a - b)).Sum();
        Assert.True(Math.Sqrt(error / energy) < 1e-14, $"relative error {Math.Sqrt(error / energy)}");
    }

    [Theory]
    [InlineData(60), InlineData(64), InlineData(97)]
    public void A_row_has_the_same_bits_alone_and_among_others_with_one_thread_and_with_four(int n)
    {
        const int Rows = 1003;
        float[] x = Samples<float>(2 * n * Rows, seed: 1);
        int threads = Workers.Count;
        try
        {
            Workers.Count = 1;
            float[] one = TransformComplex(x, Rows, n, inverse: false, 1);
            Workers.Count = 4;
            float[] four = TransformComplex(x, Rows, n, inverse: false, 1);
            Assert.Equal(one, four);
            foreach (int row in (int[])[0, 5, 512, 1002])
            {
                float[] alone = TransformComplex(x[(2 * n * row)..(2 * n * (row + 1))], 1, n, inverse: false, 1);
                Assert.Equal(one[(2 * n * row)..(2 * n * (row + 1))], alone);
            }
        }
        finally
        {
            Workers.Count = threads;
        }
    }

    [Fact]
    public void Complex_rows_can_be_transformed_in_place()
    {
        const int Rows = 20, N = 48;
        float[] x = Samples<float>(2 * N * Rows, seed: 2), expected = TransformComplex(x, Rows, N, inverse: true, 1);
        fixed (float* p = x)
        {
            Fourier.Complex(p, p, Rows, N, inverse: true, 1f);
        }
        Assert.Equal(expected, x);
    }

    [Fact]
    public void No_rows_are_no_work()
    {
        float[] y = TransformComplex<float>([], 0, 8, inverse: false, 1);
        Assert.Empty(y);
    }

    [Fact]
    public void A_bounded_cache_forgets_the_oldest_and_keeps_the_rest()
    {
        var cache = new BoundedCache<int, object>(3);
        object one = cache.GetOrAdd(1, _ => new object());
        Assert.Same(one, cache.GetOrAdd(1, _ => new object()));
        for (int key = 2; key <= 4; key++)
        {
            cache.GetOrAdd(key, _ => new object());
        }
        Assert.Equal(3, cache.Count);
        object four = cache.GetOrAdd(4, _ => new object());
        Assert.NotSame(one, cache.GetOrAdd(1, _ => new object()));
        Assert.Same(four, cache.GetOrAdd(4, _ => new object()));
    }

    private static T[] TransformComplex<T>(T[] x, int rows, int n, bool inverse, double scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var y = new T[x.Length];
        fixed (T* from = x, to = y)
        {
            Fourier.Complex(from, to, rows, n, inverse, T.CreateTruncating(scale));
        }
        return y;
    }

    private static T[] TransformReal<T>(T[] x, int rows, int n, double scale) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var y = new T[rows * 2 * (n / 2 + 1)];
        fixed (T* from = x, to = y)
        {
            Fourier.Real(from, to, rows, n, T.CreateTruncating(scale));
        }
        return y;
    }

    private static Complex[] Definition(Complex[] x, bool inverse)
    {
        int n = x.Length;
        var roots = new Complex[n];
        for (int k = 0; k < n; k++)
        {
            roots[k] = Complex.FromPolarCoordinates(1, (inverse ? 2 : -2) * Math.PI * k / n);
        }
        var y = new Complex[n];
        for (int k = 0; k < n; k++)
        {
            Complex sum = 0;
            for (int j = 0, jk = 0; j < n; j++, jk = (jk + k) % n)
            {
                sum += x[j] * roots[jk];
            }
            y[k] = sum;
        }
        return y;
    }

    private static Complex[] ToComplex<T>(ReadOnlySpan<T> values) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = new Complex[values.Length / 2];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = new Complex(double.CreateTruncating(values[2 * i]), double.CreateTruncating(values[2 * i + 1]));
        }
        return result;
    }

    /// <summary>Errors are measured against the root mean square of the result, as rounding spreads over all of it.</summary>
    private static void AssertClose(Complex[] expected, double scale, Complex[] actual, double tolerance, string where)
    {
        double size = scale * Math.Sqrt(expected.Sum(v => v.Magnitude * v.Magnitude) / expected.Length);
        for (int k = 0; k < expected.Length; k++)
        {
            double error = (expected[k] * scale - actual[k]).Magnitude;
            Assert.True(
                error <= tolerance * size, $"{where}, place {k}: {actual[k]} is not {expected[k] * scale}, error {error / size}");
        }
    }

    private static T[] Samples<T>(int count, int seed) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(random.NextDouble() * 2 - 1))];
    }
}
