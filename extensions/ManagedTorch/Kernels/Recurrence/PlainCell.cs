using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The plain recurrent network h = tanh(…).</summary>
internal readonly unsafe struct TanhCell : ICell
{
    public static int Blocks => 1;

    public static int Recurrent => 1;

    public static int Leading => 1;

    public static bool HasState => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T>(CellRow<T> row, nint j, int count) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> h = Lanes.Apply<TanhFunction, T>(row.Gate(0, j, count));
        row.Keep(0, j, count, h);
        Lanes.Store(h, row.H + j, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(CellRow<T> row, nint j, int count) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> h = row.Gate(0, j, count);
        row.Give(0, j, count, Lanes.Load(row.DH + j, count) * (Vector256.Create(T.One) - h * h));
        Lanes.Store(Vector256<T>.Zero, row.DH + j, count);
    }
}

/// <summary>The plain recurrent network h = max(…, 0).</summary>
internal readonly unsafe struct ReluCell : ICell
{
    public static int Blocks => 1;

    public static int Recurrent => 1;

    public static int Leading => 1;

    public static bool HasState => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T>(CellRow<T> row, nint j, int count) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> h = Vector256.Max(row.Gate(0, j, count), Vector256<T>.Zero);
        row.Keep(0, j, count, h);
        Lanes.Store(h, row.H + j, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(CellRow<T> row, nint j, int count) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> passes = Vector256.GreaterThan(row.Gate(0, j, count), Vector256<T>.Zero);
        row.Give(0, j, count, Lanes.Load(row.DH + j, count) & passes);
        Lanes.Store(Vector256<T>.Zero, row.DH + j, count);
    }
}
