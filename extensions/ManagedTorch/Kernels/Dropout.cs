using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Dropout, given a mask of zeros and ones. The backward pass is the same on the gradient.</summary>
internal static unsafe class Dropout
{
    /// <summary>y = x·(mask·scale), mask 0 or 1; as in PyTorch a dropped infinity is NaN. y may be x.</summary>
    public static void Apply(float* x, byte* mask, float* y, float scale, long count) =>
        Elementwise.ForShared(count, Vector256<float>.Count, new FloatMask(x, mask, y, scale));

    /// <summary>y = x·(mask·scale), mask 0 or 1; as in PyTorch a dropped infinity is NaN. y may be x.</summary>
    public static void Apply(double* x, byte* mask, double* y, double scale, long count) =>
        Elementwise.ForShared(count, 1, new DoubleMask(x, mask, y, scale));

    /// <summary>Eight bytes as eight floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Floats(ulong bytes)
    {
        Vector128<byte> eight = Vector128.CreateScalar(bytes).AsByte();
        if (Avx2.IsSupported)
        {
            return Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(eight));
        }
        Vector128<ushort> shorts = Vector128.WidenLower(eight);
        return Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).AsInt32());
    }

    private readonly struct FloatMask(float* x, byte* mask, float* y, float scale) : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count)
        {
            ulong bytes = 0;
            if (count == 8)
            {
                bytes = Unsafe.ReadUnaligned<ulong>(mask + i);
            }
            else
            {
                Unsafe.CopyBlockUnaligned(&bytes, mask + i, (uint)count);
            }
            Vector256<float> factor = Floats(bytes) * Vector256.Create(scale);
            Lanes.Store(Lanes.Load(x + i, count) * factor, y + i, count);
        }
    }

    private readonly struct DoubleMask(double* x, byte* mask, double* y, double scale) : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count) => y[i] = x[i] * (mask[i] * scale);
    }
}
