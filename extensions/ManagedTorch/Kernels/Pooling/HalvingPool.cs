using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Max pooling of 2×2 windows side by side, eight windows at a time.</summary>
internal static unsafe class HalvingPool
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(in WindowShape s, float* x, float* y, long* indices)
    {
        int width = s.InWidth;
        // Lane i's window begins at column 2·i of the sixteen columns in hand.
        var columns = Vector256.Create(0, 2, 4, 6, 8, 10, 12, 14);
        for (int row = 0; row < s.OutHeight; row++)
        {
            float* top = x + (nint)2 * row * width, bottom = top + width;
            int j = 0;
            for (; j <= s.OutWidth - 8; j += 8, y += 8, indices += 8)
            {
                (Vector256<float> value, Vector256<float> right) = Columns(top + 2 * j);
                (Vector256<float> low, Vector256<float> lowRight) = Columns(bottom + 2 * j);
                Vector256<int> offset = Vector256<int>.Zero;
                Take(right, 1, ref value, ref offset);
                Take(low, width, ref value, ref offset);
                Take(lowRight, width + 1, ref value, ref offset);
                value.Store(y);
                Vector256<int> index = columns + offset + Vector256.Create(2 * (row * width + j));
                (Vector256<long> first, Vector256<long> second) = Vector256.Widen(index);
                first.Store(indices);
                second.Store(indices + 4);
            }
            for (; j < s.OutWidth; j++)
            {
                MaxPool.Window(x, width, 2 * row, 2 * row + 2, 1, 2 * j, 2 * j + 2, 1, y++, indices++);
            }
        }
    }

    /// <summary>Where the next value is greater, or NaN, it and its place replace what was found so far.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(Vector256<float> next, int place, ref Vector256<float> value, ref Vector256<int> offset)
    {
        Vector256<float> better = Vector256.GreaterThan(next, value) | ~Vector256.Equals(next, next);
        value = Vector256.ConditionalSelect(better, next, value);
        offset = Vector256.ConditionalSelect(better.AsInt32(), Vector256.Create(place), offset);
    }

    /// <summary>Sixteen values of a row: the eight in even columns and the eight in odd ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Even, Vector256<float> Odd) Columns(float* row)
    {
        Vector256<float> a = Vector256.Load(row), b = Vector256.Load(row + 8);
        // Shuffle works within halves, a0 a2 b0 b2 | a4 a6 b4 b6: the middle quarters are then exchanged.
        Vector256<double> even = Avx.Shuffle(a, b, 0x88).AsDouble(), odd = Avx.Shuffle(a, b, 0xDD).AsDouble();
        return (Avx2.Permute4x64(even, 0xD8).AsSingle(), Avx2.Permute4x64(odd, 0xD8).AsSingle());
    }
}
