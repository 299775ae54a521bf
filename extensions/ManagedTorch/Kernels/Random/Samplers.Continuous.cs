using System.Numerics;
using MathNet.Numerics;

namespace TorchSharp.Kernels;

internal static partial class Samplers
{
    /// <summary>Exponential numbers, -ln(1 - u) / λ.</summary>
    public static void Exponential<T>(CpuGenerator generator, Span<T> destination, double lambda = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        lock (generator.Gate)
        {
            foreach (ref T x in destination)
            {
                x = T.CreateTruncating(-1 / lambda * Math.Log(1 - generator.Uniform64()));
            }
        }
    }

    /// <summary>Numbers whose logarithm is normal, exp(mean + std z) with serial normals z.</summary>
    public static void LogNormal<T>(CpuGenerator generator, Span<T> destination, double mean = 1, double std = 2)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        lock (generator.Gate)
        {
            foreach (ref T x in destination)
            {
                x = T.CreateTruncating(Math.Exp(Math.FusedMultiplyAdd(NextNormal(generator), std, mean)));
            }
        }
    }

    /// <summary>Cauchy numbers, median + σ tan(π (u - ½)).</summary>
    public static void Cauchy<T>(CpuGenerator generator, Span<T> destination, double median = 0, double sigma = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        lock (generator.Gate)
        {
            foreach (ref T x in destination)
            {
                x = T.CreateTruncating(median + sigma * Math.Tan(Math.PI * (generator.Uniform64() - 0.5)));
            }
        }
    }

    /// <summary>Trials up to the first success, ⌈ln u / ln(1 - p)⌉.</summary>
    public static void Geometric<T>(CpuGenerator generator, Span<T> destination, double p) where T : INumberBase<T>
    {
        lock (generator.Gate)
        {
            foreach (ref T x in destination)
            {
                x = T.CreateTruncating(Math.Ceiling(Math.Log(generator.Uniform64()) / Math.Log(1 - p)));
            }
        }
    }

    /// <summary>
    /// Normal numbers cut to [a, b] (nn.init.trunc_normal_): mean + std √2 erf⁻¹(v), v uniform between the cuts.
    /// </summary>
    public static void TruncatedNormal(
        CpuGenerator generator, Span<float> destination, double mean, double std, double a, double b)
    {
        Uniform(generator, destination, (float)Cut(a, mean, std), (float)Cut(b, mean, std));
        foreach (ref float x in destination)
        {
            float z = (float)SpecialFunctions.ErfInv(x) * (float)(std * Math.Sqrt(2));
            x = Math.Clamp(z + (float)mean, (float)a, (float)b);
        }
    }

    /// <inheritdoc cref="TruncatedNormal(CpuGenerator, Span{float}, double, double, double, double)"/>
    public static void TruncatedNormal(
        CpuGenerator generator, Span<double> destination, double mean, double std, double a, double b)
    {
        Uniform(generator, destination, Cut(a, mean, std), Cut(b, mean, std));
        foreach (ref double x in destination)
        {
            x = Math.Clamp(SpecialFunctions.ErfInv(x) * (std * Math.Sqrt(2)) + mean, a, b);
        }
    }

    /// <summary>2 Φ((x - mean) / std) - 1.</summary>
    private static double Cut(double x, double mean, double std) =>
        2 * ((1 + SpecialFunctions.Erf((x - mean) / std / Math.Sqrt(2))) / 2) - 1;
}
