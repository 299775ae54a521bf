using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Gated recurrent unit: h = (1 - z)·n + z·h, with r, z = σ(…) and n = tanh(a + r·q), where q is what the hidden state gives and
/// a
/// what the input gives; blocks r, z, q, n (a at first).
/// </summary>
internal readonly unsafe struct GruCell : ICell
{
    public static int Blocks => 4;

    public static int Recurrent => 3;

    public static int Leading => 2;

    public static bool HasState => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T>(CellRow<T> row, nint j, int count) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> r = Lanes.Apply<SigmoidFunction, T>(row.Gate(0, j, count));
        Vector256<T> z = Lanes.Apply<SigmoidFunction, T>(row.Gate(1, j, count));
        Vector256<T> n = Lanes.Apply<TanhFunction, T>(Lanes.MultiplyAdd(r, row.Gate(2, j, count), row.Gate(3, j, count)));
        row.Keep(0, j, count, r);
        row.Keep(1, j, count, z);
        row.Keep(3, j, count, n);
        Lanes.Store(Lanes.MultiplyAdd(z, Lanes.Load(row.HBefore + j, count) - n, n), row.H + j, count);
    }

    // Before the activations dn = dh·(1 - z)·(1 - n²), dq = dn·r, dr = dn·q·r(1 - r), dz = dh·(h₀ - n)·z(1 - z); directly dh₀ =
    // dh·z.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(CellRow<T> row, nint j, int count) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> one = Vector256.Create(T.One);
        Vector256<T> r = row.Gate(0, j, count), z = row.Gate(1, j, count), q = row.Gate(2, j, count), n = row.Gate(3, j, count);
        Vector256<T> dh = Lanes.Load(row.DH + j, count);
        Vector256<T> dn = dh * (one - z) * (one - n * n);
        row.Give(0, j, count, dn * q * r * (one - r));
        row.Give(1, j, count, dh * (Lanes.Load(row.HBefore + j, count) - n) * z * (one - z));
        row.Give(2, j, count, dn * r);
        row.Give(3, j, count, dn);
        Lanes.Store(dh * z, row.DH + j, count);
    }
}
