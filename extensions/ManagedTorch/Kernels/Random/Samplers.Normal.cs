namespace TorchSharp.Kernels;

internal static partial class Samplers
{
    // From this size on PyTorch makes normals in blocks of 16 from as many uniforms; below, one after the other in double.
    private const int BlockSize = 16;

    /// <summary>
    /// Normal numbers; from 16 on in blocks of 16, where a rest takes 16 further draws for the last 16 numbers.
    /// </summary>
    public static void Normal(CpuGenerator generator, Span<float> destination, double mean = 0, double std = 1)
    {
        if (destination.Length < BlockSize)
        {
            NormalSerial(generator, destination, mean, std);
            return;
        }
        lock (generator.Gate)
        {
            FillUniform(generator, destination, 0, 1);
            for (int i = 0; i + BlockSize <= destination.Length; i += BlockSize)
            {
                BoxMuller.Transform(destination[i..], (float)mean, (float)std);
            }
            if (destination.Length % BlockSize != 0)
            {
                var last = destination[^BlockSize..];
                FillUniform(generator, last, 0, 1);
                BoxMuller.Transform(last, (float)mean, (float)std);
            }
        }
    }

    /// <summary>Normal numbers; from 16 on in blocks of 16, where a rest takes fresh draws for the last 16 numbers.</summary>
    public static void Normal(CpuGenerator generator, Span<double> destination, double mean = 0, double std = 1)
    {
        if (destination.Length < BlockSize)
        {
            NormalSerial(generator, destination, mean, std);
            return;
        }
        lock (generator.Gate)
        {
            Uniform(generator, destination);
            for (int i = 0; i + BlockSize <= destination.Length; i += BlockSize)
            {
                Transform(destination[i..], mean, std);
            }
            if (destination.Length % BlockSize != 0)
            {
                var last = destination[^BlockSize..];
                Uniform(generator, last);
                Transform(last, mean, std);
            }
        }
    }

    /// <summary>Normal numbers one after the other, in double, in pairs of which the generator keeps an unused second.</summary>
    /// <remarks>What PyTorch does for fewer than 16 numbers, and for destinations that are not contiguous.</remarks>
    public static void NormalSerial(CpuGenerator generator, Span<float> destination, double mean, double std)
    {
        lock (generator.Gate)
        {
            foreach (ref float x in destination)
            {
                x = (float)Math.FusedMultiplyAdd(NextNormal(generator), std, mean);
            }
        }
    }

    /// <inheritdoc cref="NormalSerial(CpuGenerator, Span{float}, double, double)"/>
    public static void NormalSerial(CpuGenerator generator, Span<double> destination, double mean, double std)
    {
        lock (generator.Gate)
        {
            foreach (ref double x in destination)
            {
                x = Math.FusedMultiplyAdd(NextNormal(generator), std, mean);
            }
        }
    }

    private static double NextNormal(CpuGenerator generator)
    {
        if (generator.NextNormal is double kept)
        {
            generator.NextNormal = null;
            return kept;
        }
        double u1 = generator.Uniform64(), u2 = generator.Uniform64();
        double radius = Math.Sqrt(-2 * Math.Log(1 - u2));
        var (sin, cos) = Math.SinCos(2 * Math.PI * u1);
        generator.NextNormal = radius * sin;
        return radius * cos;
    }

    private static void Transform(Span<double> x, double mean, double std)
    {
        for (int j = 0; j < BlockSize / 2; j++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - x[j]));
            var (sin, cos) = Math.SinCos(2 * Math.PI * x[j + 8]);
            x[j] = Math.FusedMultiplyAdd(radius * cos, std, mean);    // fused, as in PyTorch's build
            x[j + 8] = Math.FusedMultiplyAdd(radius * sin, std, mean);
        }
    }
}
