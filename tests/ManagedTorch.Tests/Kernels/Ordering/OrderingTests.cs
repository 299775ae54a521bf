using System.Numerics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

/// <summary>LINQ's sort is stable; <see cref="Order{T}"/> puts NaN last, as PyTorch does.</summary>
[Collection(ThreadCountCollection.Name)]
public sealed unsafe class OrderingTests
{
    public static TheoryData<int> Lengths() => [1, 2, 3, 7, 47, 48, 49, 50, 100, 255, 256, 1000, 5000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Rows_are_sorted_stably_with_NaN_as_the_largest(int n)
    {
        Check<float>(n);
        Check<double>(n);
        Check<long>(n);
        Check<int>(n);
        Check<byte>(n);

        static void Check<T>(int n) where T : unmanaged, INumber<T>
        {
            const int Rows = 5;
            T[] x = Samples<T>(Rows * n, n), values = new T[Rows * n];
            var indices = new long[Rows * n];
            foreach (bool descending in (bool[])[false, true])
            {
                fixed (T* from = x, to = values)
                fixed (long* places = indices)
                {
                    Ordering.Sort(from, to, places, Rows, n, descending);
                }
                for (int row = 0; row < Rows; row++)
                {
                    T[] one = x[(row * n)..((row + 1) * n)];
                    long[] expected = Expected(one, descending);
                    Assert.Equal(expected, indices[(row * n)..((row + 1) * n)]);
                    Assert.Equal(expected.Select(i => one[i]), values[(row * n)..((row + 1) * n)]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_best_k_are_the_first_k_of_the_sorted_row(int n)
    {
        Check<float>(n);
        Check<double>(n);
        Check<long>(n);
        Check<byte>(n);

        static void Check<T>(int n) where T : unmanaged, INumber<T>
        {
            T[] x = Samples<T>(n, n + 1);
            foreach (int k in ((int[])[1, 2, 5, n / 2, n]).Where(k => k >= 1 && k <= n).Distinct())
            {
                foreach (bool largest in (bool[])[false, true])
                {
                    var values = new T[k];
                    var indices = new long[k];
                    fixed (T* from = x, to = values)
                    fixed (long* places = indices)
                    {
                        Ordering.TopK(from, to, places, 1, n, k, largest);
                    }
                    long[] expected = Expected(x, largest)[..k];
                    Assert.Equal(expected, indices);
                    Assert.Equal(expected.Select(i => x[i]), values);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_place_of_the_order_is_found_without_sorting(int n)
    {
        Check<float>(n);
        Check<double>(n);
        Check<int>(n);

        static void Check<T>(int n) where T : unmanaged, INumber<T>
        {
            T[] x = Samples<T>(n, n + 2);
            long[] expected = Expected(x, descending: false);
            foreach (int place in ((int[])[0, n / 3, n / 2, n - 1]).Distinct())
            {
                T value;
                long index;
                fixed (T* from = x)
                {
                    Ordering.Select(from, &value, &index, 1, n, place);
                }
                Assert.Equal(expected[place], index);
                Assert.Equal(x[expected[place]], value);
            }
        }
    }

    [Theory]
    [InlineData(new[] { 3f, 1, 2 }, 2f, 2)]
    [InlineData(new[] { 4f, 1, 3, 2 }, 2f, 3)]
    [InlineData(new[] { 5f }, 5f, 0)]
    [InlineData(new[] { 4f, 1, float.NaN, 2, float.NaN }, float.NaN, 2)]
    public void The_median_is_the_lower_of_the_middle_two_and_NaN_if_any_is(float[] x, float expected, int expectedIndex)
    {
        float value;
        long index;
        fixed (float* from = x)
        {
            Ordering.Median(from, &value, &index, 1, x.Length);
        }
        Assert.Equal(expected, value);
        Assert.Equal(expectedIndex, index);
    }

    [Fact]
    public void Infinities_lie_between_the_numbers_and_NaN_and_both_zeros_are_equal()
    {
        const float Nan = float.NaN, Infinity = float.PositiveInfinity, Tiny = float.Epsilon;
        float[] x = [Nan, 0f, Infinity, -0f, -Infinity, -Nan, Tiny, -Tiny, 0f];
        var indices = new long[x.Length];
        fixed (float* from = x)
        fixed (long* places = indices)
        {
            Ordering.Sort(from, null, places, 1, x.Length, descending: false);
            Assert.Equal([4, 7, 1, 3, 8, 6, 2, 0, 5], indices);
            Ordering.Sort(from, null, places, 1, x.Length, descending: true);
            Assert.Equal([0, 5, 2, 6, 1, 3, 8, 7, 4], indices);
        }
    }

    [Fact]
    public void Many_rows_are_sorted_alike_with_one_thread_and_with_four()
    {
        const int Rows = 300, N = 100;
        int[] x = Samples<int>(Rows * N, 3), one = new int[Rows * N], four = new int[Rows * N];
        int threads = Workers.Count;
        try
        {
            fixed (int* from = x, first = one, second = four)
            {
                Workers.Count = 1;
                Ordering.Sort(from, first, null, Rows, N, descending: false);
                Workers.Count = 4;
                Ordering.Sort(from, second, null, Rows, N, descending: false);
            }
        }
        finally
        {
            Workers.Count = threads;
        }
        Assert.Equal(one, four);
        Assert.Equal(x[..N].Order(), one[..N]);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Unique_values_come_in_order_with_inverse_and_counts(int n)
    {
        long[] x = [.. Samples<long>(n, n).Select(v => v % 13)];
        var unique = UniqueValues<long>.Of(x);
        Assert.Equal(x.Distinct().Order(), unique.Values);
        Assert.Equal(x, unique.Inverse.Select(i => unique.Values[i]));
        Assert.Equal(unique.Values.Select(v => (long)x.Count(other => other == v)), unique.Counts);
    }

    /// <summary>
    /// PyTorch 1.13 gives these values, but, as NaN is not found again in its hash table, 0 for the counts of NaN.
    /// </summary>
    [Fact]
    public void Each_NaN_is_a_value_of_its_own()
    {
        var unique = UniqueValues<float>.Of([float.NaN, 1, float.NaN, 1]);
        Assert.Equal([1, float.NaN, float.NaN], unique.Values);
        Assert.Equal([2, 1, 1], unique.Counts);
        Assert.Equal([1, 0, 2, 0], unique.Inverse);
    }

    [Fact]
    public void Runs_of_equal_neighbours_keep_their_order()
    {
        var runs = UniqueValues<int>.Consecutive([3, 3, 1, 1, 1, 3]);
        Assert.Equal([3, 1, 3], runs.Values);
        Assert.Equal([2, 3, 1], runs.Counts);
        Assert.Equal([0, 0, 1, 1, 1, 2], runs.Inverse);
        Assert.Empty(UniqueValues<int>.Consecutive([]).Values);
        Assert.Empty(UniqueValues<int>.Of([]).Values);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void A_value_belongs_before_the_first_that_is_not_less(bool right)
    {
        float[] sorted = [.. Samples<float>(200, 7).Where(v => !float.IsNaN(v)).Order()];
        float[] values = [-1e9f, 1e9f, float.NaN, .. sorted, 0.3f];
        var places = new long[values.Length];
        SortedSearch.Find<float>(sorted, values, places, right);
        Assert.Equal(values.Select(v => float.IsNaN(v) ? sorted.Length : sorted.LongCount(s => right ? s <= v : s < v)), places);
    }

    private static long[] Expected<T>(T[] x, bool descending) where T : INumber<T>
    {
        var places = Enumerable.Range(0, x.Length).Select(i => (long)i);
        var order = Comparer<T>.Create(Order);
        return [.. descending ? places.OrderByDescending(i => x[i], order) : places.OrderBy(i => x[i], order)];
    }

    private static int Order<T>(T x, T y) where T : INumber<T> =>
        T.IsNaN(x) || T.IsNaN(y) ? T.IsNaN(x).CompareTo(T.IsNaN(y)) : x < y ? -1 : x > y ? 1 : 0;

    /// <summary>Many ties, and for real numbers a few NaN; wide numbers in every third place.</summary>
    private static T[] Samples<T>(int count, int seed) where T : INumber<T>
    {
        var random = new Random(seed);
        bool real = typeof(T) == typeof(float) || typeof(T) == typeof(double);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(30) switch
        {
            0 when real => T.CreateTruncating(double.NaN),
            < 10 => T.CreateTruncating(random.NextInt64(-(1L << 50), 1L << 50)),
            _ => T.CreateTruncating(random.Next(-20, 20)) / T.CreateTruncating(real ? 4 : 1),
        })];
    }
}
