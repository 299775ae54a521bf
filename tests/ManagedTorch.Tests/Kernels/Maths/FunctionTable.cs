using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels.Maths;

/// <summary>A function under test: its float kernel, its double kernel, and the formula that says what is right.</summary>
internal sealed record FunctionRow(
    string Name, FunctionRow.FloatKernel Floats, FunctionRow.DoubleKernel Doubles, Func<double, double> Formula, double MaxUlp)
{
    public unsafe delegate void FloatKernel(float* x, float* y, long count);

    public unsafe delegate void DoubleKernel(double* x, double* y, long count);

    public unsafe float[] Apply(ReadOnlySpan<float> x)
    {
        var y = new float[x.Length];
        fixed (float* px = x, py = y)
        {
            Floats(px, py, x.Length);
        }
        return y;
    }

    public unsafe double Apply(double x)
    {
        double y;
        Doubles(&x, &y, 1);
        return y;
    }
}

internal static unsafe class FunctionTable
{
    public static readonly FunctionRow[] Rows =
    [
        Row<ExpFunction>("exp", Math.Exp, 1),
        Row<Expm1Function>("expm1", Expm1, 1.5),
        Row<LogFunction>("log", Math.Log, 1),
        Row<Log1pFunction>("log1p", Log1p, 1.5),
        Row<Log2Function>("log2", Math.Log2, 0.51),
        Row<Log10Function>("log10", Math.Log10, 0.51),
        Row<TanhFunction>("tanh", Math.Tanh, 1.5),
        Row<SigmoidFunction>("sigmoid", x => x < -700 ? Math.Exp(x) : 1 / (1 + Math.Exp(-x)), 2.2),
        Row<SoftplusFunction>("softplus", x => x > 40 ? x : Log1p(Math.Exp(x)), 2),
        Row<ErfFunction>("erf", MathNet.Numerics.SpecialFunctions.Erf, 1.5),
        Row<SinFunction>("sin", Math.Sin, 0.51),
        Row<CosFunction>("cos", Math.Cos, 0.51),
    ];

    public static FunctionRow Row<TFunction>(string name, Func<double, double> formula, double maxUlp)
        where TFunction : struct, IUnaryFunction =>
        new(name, FunctionLoop.Map<TFunction, float>, FunctionLoop.Map<TFunction, double>, formula, maxUlp);

    /// <summary>Taylor's series near 0, where Math.Exp(x) - 1 cancels.</summary>
    private static double Expm1(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return Math.Exp(x) - 1;
        }
        double sum = x, term = x;
        for (int k = 2; k < 20; k++)
        {
            term *= x / k;
            sum += term;
        }
        return sum;
    }

    /// <summary>log(1 + x) = 2 artanh(x / (2 + x)) as a series near 0, where 1 + x is rounded.</summary>
    private static double Log1p(double x)
    {
        if (Math.Abs(x) > 0.25)
        {
            return Math.Log(1 + x);
        }
        double s = x / (2 + x), sum = 0;
        for (int k = 25; k >= 1; k -= 2)
        {
            sum = sum * s * s + 1.0 / k;
        }
        return 2 * s * sum;
    }
}
