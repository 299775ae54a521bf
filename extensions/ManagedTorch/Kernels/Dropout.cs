using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    private readonly struct FloatMask(float* x, byte* mask, float* y, float scale) : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count)
        {
            ulong bytes = 0;
            Unsafe.CopyBlockUnaligned(&bytes, mask + i, (uint)count);
            // Eight bytes become eight integers, become eight floats.
            Vector128<ushort> shorts = Vector128.WidenLower(Vector128.CreateScalar(bytes).AsByte());
            Vector256<int> integers = Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).AsInt32();
            Vector256<float> factor = Vector256.ConvertToSingle(integers) * Vector256.Create(scale);
            Lanes.Store(Lanes.Load(x + i, count) * factor, y + i, count);
        }
    }

    private readonly struct DoubleMask(double* x, byte* mask, double* y, double scale) : IElementwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count) => y[i] = x[i] * (mask[i] * scale);
    }
}
