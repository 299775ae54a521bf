using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Maths;

public sealed unsafe class VectorMathTests
{
    public static TheoryData<string> Names => [.. FunctionTable.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Floats_agree_with_the_formula_in_double_precision_over_all_magnitudes(string name)
    {
        FunctionRow row = Find(name);
        float[] x = [.. FloatSweep.ByBits(stride: 16_381), .. FloatSweep.Even(1.5f, 50_000), .. FloatSweep.Even(20, 50_000),
            .. FloatSweep.Even(110, 50_000)];
        float[] y = row.Apply(x);
        double worst = 0;
        float worstAt = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double ulps = FloatSweep.Ulps(y[i], row.Formula(x[i]));
            if (ulps > worst)
            {
                (worst, worstAt) = (ulps, x[i]);
            }
        }
        Assert.True(worst <= row.MaxUlp,
            $"{name}({worstAt:r}) is {row.Apply([worstAt])[0]:r}, {worst:f3} ulp from {row.Formula(worstAt):r}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:f3} ulp at {worstAt:r}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Zero_keeps_its_sign_where_the_function_does(string name)
    {
        FunctionRow row = Find(name);
        float[] y = row.Apply([0f, -0f]);
        double[] expected = [row.Formula(0), row.Formula(-0.0)];
        bool isOdd = name is "expm1" or "log1p" or "tanh" or "erf" or "sin";
        Assert.Equal((float)expected[0], y[0]);
        Assert.Equal((float)expected[1], y[1]);
        Assert.Equal(isOdd, y[1] == 0 && float.IsNegative(y[1]));
        Assert.False(y[0] == 0 && float.IsNegative(y[0]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_length_and_position_gives_the_same_bits_also_in_place_and_nothing_else_is_written(string name)
    {
        FunctionRow row = Find(name);
        for (int n = 0; n <= 64; n++)
        {
            float[] x = new float[n + 8];
            var random = new Random(n);
            for (int i = 0; i < x.Length; i++)
            {
                x[i] = i % 7 == 3 ? FloatSweep.Edges[random.Next(FloatSweep.Edges.Length)] : (float)(random.NextDouble() * 8 - 3);
            }
            float[] y = [.. x];
            fixed (float* p = y)
            {
                row.Floats(p, p, n);
            }
            for (int i = 0; i < n; i++)
            {
                float alone = row.Apply([x[i]])[0];
                Assert.True(SameBits(alone, y[i]), $"{name}({x[i]:r}): {y[i]:r} at {i} of {n}, {alone:r} alone");
            }
            Assert.Equal(x[n..], y[n..]);
        }
    }

    // Written by the first run on x64 with AVX-512, and the same with AVX2 off and without any vector instructions.
    [Theory]
    [InlineData("exp", 1791248877u), InlineData("expm1", 2146219597u), InlineData("log", 1400348894u),
        InlineData("log1p", 3572896762u)]
    [InlineData("log2", 1024469757u), InlineData("log10", 980992229u), InlineData("tanh", 3948909707u),
        InlineData("sigmoid", 1712776703u)]
    [InlineData("softplus", 1115999910u), InlineData("erf", 3176322636u), InlineData("sin", 1198223473u),
        InlineData("cos", 960587747u)]
    public void The_bits_are_the_same_on_every_machine(string name, uint checksum)
    {
        float[] x = [.. FloatSweep.ByBits(stride: 99_991), .. FloatSweep.Even(20, 10_000)];
        Assert.Equal(checksum, FloatSweep.Checksum(Find(name).Apply(x)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Doubles_agree_with_the_formula(string name)
    {
        FunctionRow row = Find(name);
        foreach (float value in FloatSweep.Even(30, 5_000).Concat(FloatSweep.Even(1e-6f, 100)))
        {
            double x = value, exact = row.Formula(x);
            Assert.True(Math.Abs(row.Apply(x) - exact) <= 2e-15 * Math.Abs(exact) + 1e-300
                || (double.IsNaN(exact) && double.IsNaN(row.Apply(x))),
                $"{name}({x:r}) = {row.Apply(x):r}, not {exact:r}");
        }
    }

    private static FunctionRow Find(string name) => FunctionTable.Rows.Single(row => row.Name == name);

    private static bool SameBits(float a, float b) =>
        BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b) || (float.IsNaN(a) && float.IsNaN(b));
}
