using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Long short-term memory: c = f·c + i·g, h = o·tanh c, with i, f, o = σ(…) and g = tanh(…); blocks i, f, g,
/// o.</summary>
internal readonly unsafe struct LstmCell : ICell
{
    public static int Blocks => 4;

    public static int Recurrent => 4;

    public static int Leading => 4;

    public static bool HasState => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T>(CellRow<T> row, nint j, int count) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> i = Lanes.Apply<SigmoidFunction, T>(row.Gate(0, j, count));
        Vector256<T> f = Lanes.Apply<SigmoidFunction, T>(row.Gate(1, j, count));
        Vector256<T> g = Lanes.Apply<TanhFunction, T>(row.Gate(2, j, count));
        Vector256<T> o = Lanes.Apply<SigmoidFunction, T>(row.Gate(3, j, count));
        Vector256<T> c = Lanes.MultiplyAdd(f, Lanes.Load(row.StateBefore + j, count), i * g);
        row.Keep(0, j, count, i);
        row.Keep(1, j, count, f);
        row.Keep(2, j, count, g);
        row.Keep(3, j, count, o);
        Lanes.Store(c, row.State + j, count);
        Lanes.Store(o * Lanes.Apply<TanhFunction, T>(c), row.H + j, count);
    }

    // dc += dh·o·(1 - tanh²c); before the activations di = dc·g·i(1 - i), df = dc·c₀·f(1 - f), dg = dc·i·(1 - g²),
    // do = dh·tanh c·o(1 - o); then dc₀ = dc·f. The old hidden state is reached through products only.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<T>(CellRow<T> row, nint j, int count) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> one = Vector256.Create(T.One);
        Vector256<T> i = row.Gate(0, j, count), f = row.Gate(1, j, count), g = row.Gate(2, j, count), o = row.Gate(3, j, count);
        Vector256<T> tanh = Lanes.Apply<TanhFunction, T>(Lanes.Load(row.State + j, count));
        Vector256<T> dh = Lanes.Load(row.DH + j, count);
        Vector256<T> dc = Lanes.Load(row.DState + j, count) + dh * o * (one - tanh * tanh);
        row.Give(0, j, count, dc * g * i * (one - i));
        row.Give(1, j, count, dc * Lanes.Load(row.StateBefore + j, count) * f * (one - f));
        row.Give(2, j, count, dc * i * (one - g * g));
        row.Give(3, j, count, dh * tanh * o * (one - o));
        Lanes.Store(dc * f, row.DState + j, count);
        Lanes.Store(Vector256<T>.Zero, row.DH + j, count);
    }
}
