using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>A value's place in PyTorch's order as an unsigned number, and where the value stood in its row.</summary>
/// <remarks>In that order NaN is above all numbers, all NaN are equal, and so are -0 and 0.</remarks>
internal readonly record struct OrderKey(ulong Key, int Index)
{
    /// <summary>A number that is smaller, equal or larger as <paramref name="x"/> is; it uses the low bytes only.</summary>
    /// <exception cref="NotSupportedException">The type is not float, double, long, int or byte.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of<T>(T x) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            // Positive floats are ordered as their bits, negative ones the other way round.
            float value = (float)(object)x;
            uint bits = value == 0 ? 0 : BitConverter.SingleToUInt32Bits(value);
            return float.IsNaN(value) ? uint.MaxValue : bits ^ ((uint)((int)bits >> 31) | 0x8000_0000);
        }
        if (typeof(T) == typeof(double))
        {
            double value = (double)(object)x;
            ulong bits = value == 0 ? 0 : BitConverter.DoubleToUInt64Bits(value);
            return double.IsNaN(value) ? ulong.MaxValue : bits ^ ((ulong)((long)bits >> 63) | 1ul << 63);
        }
        if (typeof(T) == typeof(long))
        {
            return (ulong)(long)(object)x ^ 1ul << 63;
        }
        if (typeof(T) == typeof(int))
        {
            return (uint)(int)(object)x ^ 0x8000_0000;
        }
        return typeof(T) == typeof(byte) ? (byte)(object)x : throw new NotSupportedException($"No order for {typeof(T)}.");
    }

    /// <summary>The keys of a row, in its order; with all bits turned round if the largest shall come first.</summary>
    public static void Fill<T>(ReadOnlySpan<T> row, Span<OrderKey> keys, bool descending) where T : unmanaged
    {
        ulong all = Unsafe.SizeOf<T>() == 8 ? ulong.MaxValue : (1ul << (8 * Unsafe.SizeOf<T>())) - 1;
        ulong turn = descending ? all : 0;
        for (int i = 0; i < row.Length; i++)
        {
            keys[i] = new OrderKey(Of(row[i]) ^ turn, i);
        }
    }
}
