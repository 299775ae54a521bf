using System.Numerics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Reductions;

public sealed unsafe class ExtremumTests
{
    [Fact]
    public void Floats_have_the_extrema_that_LINQ_finds() => ExtremaAgree<float>();

    [Fact]
    public void Doubles_too() => ExtremaAgree<double>();

    [Fact]
    public void Long_integers_too() => ExtremaAgree<long>();

    [Fact]
    public void Bytes_too() => ExtremaAgree<byte>();

    [Fact]
    public void NaN_wins_wherever_it_stands_and_its_first_index_is_found()
    {
        for (int n = 1; n <= 70; n++)
        {
            for (int i = 0; i < n; i++)
            {
                float[] x = ReductionTests.Samples<float>(n, n);
                x[i] = float.NaN;
                x[n - 1] = i == 0 ? x[n - 1] : float.NaN;
                fixed (float* p = x)
                {
                    Assert.True(float.IsNaN(Extremum.Value<Largest, float>(p, n)));
                    Assert.True(float.IsNaN(Extremum.Value<Smallest, float>(p, n)));
                    Assert.Equal(i, Extremum.Index<Largest, float>(p, n));
                    Assert.Equal(i, Extremum.Index<Smallest, float>(p, n));
                }
            }
        }
    }

    private static void ExtremaAgree<T>() where T : unmanaged, INumber<T>
    {
        var random = new Random(1);
        foreach (int n in Enumerable.Range(1, 100).Append(200_000))
        {
            T[] x = [.. Enumerable.Range(0, n).Select(_ => T.CreateTruncating(random.Next(5, 60)))];     // ties on purpose
            fixed (T* p = x)
            {
                Assert.Equal(x.Max(), Extremum.Value<Largest, T>(p, n));
                Assert.Equal(x.Min(), Extremum.ValueShared<Smallest, T>(p, n));
                Assert.Equal(x.Max(), Extremum.ValueShared<Largest, T>(p, n));
                Assert.Equal(Array.IndexOf(x, x.Max()), Extremum.Index<Largest, T>(p, n));
                Assert.Equal(Array.IndexOf(x, x.Min()), Extremum.Index<Smallest, T>(p, n));
            }
        }
    }
}
