using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// PyTorch's samplers on the CPU: each fills a contiguous destination and takes exactly PyTorch's draws, in its order.
/// </summary>
/// <remarks>
/// Checked against PyTorch 1.13 without MKL. Booleans are bytes 0 and 1. Each call locks the generator. Distribution parameters
/// are the caller's to check.
/// </remarks>
internal static partial class Samplers
{
    private const float Unit24 = 1f / (1 << 24);
    private const uint Mask24 = (1u << 24) - 1;
    private const ulong Mask53 = (1ul << 53) - 1;

    /// <summary>Uniform numbers in [from, to): u (to - from) + from with 24 bits of one draw each.</summary>
    public static void Uniform(CpuGenerator generator, Span<float> destination, float from = 0, float to = 1)
    {
        lock (generator.Gate)
        {
            FillUniform(generator, destination, from, to);
        }
    }

    /// <summary>Uniform numbers in [from, to): u (to - from) + from with 53 bits of two draws each.</summary>
    public static void Uniform(CpuGenerator generator, Span<double> destination, double from = 0, double to = 1)
    {
        lock (generator.Gate)
        {
            double range = to - from;
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = Math.FusedMultiplyAdd(generator.Uniform64(), range, from);
            }
        }
    }

    private static void FillUniform(CpuGenerator generator, Span<float> destination, float from, float to)
    {
        var range = Vector256.Create(to - from);
        var start = Vector256.Create(from);
        while (!destination.IsEmpty)
        {
            var words = generator.Draw(destination.Length);
            int i = 0;
            for (; i + Vector256<uint>.Count <= words.Length; i += Vector256<uint>.Count)
            {
                var bits = Vector256.Create(words[i..]) & Vector256.Create(Mask24);
                var u = Vector256.ConvertToSingle(bits.AsInt32()) * Vector256.Create(Unit24);
                Vector256.FusedMultiplyAdd(u, range, start).CopyTo(destination[i..]);
            }
            for (; i < words.Length; i++)
            {
                destination[i] = MathF.FusedMultiplyAdd((words[i] & Mask24) * Unit24, to - from, from);
            }
            destination = destination[words.Length..];
        }
    }
}
