using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Maths;

public sealed unsafe class PowTests
{
    [Fact]
    public void Every_pair_of_special_values_gives_what_IEEE_754_asks()
    {
        float[] values =
            [.. FloatSweep.Edges, 0.1f, -0.1f, 1e10f, -1e10f, 5f, -5f, 1.5f, -1.5f, 8388607f, -8388607f, 8388609f, 1f / 3];
        foreach (float x in values)
        {
            foreach (float y in values)
            {
                double exact = Math.Pow(x, y);
                float got = Pow([x], [y])[0];
                Assert.True(FloatSweep.Ulps(got, exact) <= 0.51, $"pow({x:r}, {y:r}) = {got:r}, not {exact:r}");
                Assert.True(float.IsNaN(got) || got != 0
                    || float.IsNegative(got) == double.IsNegative(exact), $"pow({x:r}, {y:r}): sign of zero");
            }
        }
    }

    [Fact]
    public void Random_pairs_are_within_0_51_ulp()
    {
        var random = new Random(5);
        float[] x = new float[400_000], y = new float[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = i % 2 == 0 ? MathF.ScaleB(1 + random.NextSingle(), random.Next(-120, 120)) : 1
                + (float)(random.NextDouble() - 0.5);
            y[i] = i % 3 == 0 ? random.Next(-20, 20) : (float)(random.NextDouble() * 200 - 100);
            x[i] = i % 3 == 0 && i % 5 == 0 ? -x[i] : x[i];
        }
        float[] z = Pow(x, y);
        for (int i = 0; i < x.Length; i++)
        {
            Assert.True(FloatSweep.Ulps(z[i], Math.Pow(x[i], y[i])) <= 0.51, $"pow({x[i]:r}, {y[i]:r}) = {z[i]:r}");
        }
        Assert.Equal(814243518u, FloatSweep.Checksum(z));
    }

    [Fact]
    public void Whole_powers_that_a_float_holds_are_exact()
    {
        for (int n = -20; n <= 20; n++)
        {
            for (int power = 0; Math.Abs(Math.Pow(n, power)) < 1 << 24 && power < 30; power++)
            {
                Assert.Equal((float)Math.Pow(n, power), Pow([n], [power])[0]);
            }
        }
    }

    private static float[] Pow(float[] x, float[] y)
    {
        var z = new float[x.Length];
        fixed (float* px = x, py = y, pz = z)
        {
            FunctionLoop.Map<PowFunction>(px, py, pz, z.Length);
        }
        return z;
    }
}
