using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>What optimisers do to a gradient first, and what training does to all gradients at once.</summary>
internal static unsafe class Gradient
{
    /// <summary>±g + decay·p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(T* g, Vector256<T> p, int count, T decay, bool maximize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> d = Lanes.Load(g, count);
        if (maximize)
        {
            d = -d;
        }
        // A decay of 0 is left out, not multiplied: an infinite parameter would make the gradient NaN.
        return decay == T.Zero ? d : Lanes.MultiplyAdd(p, Vector256.Create(decay), d);
    }

    /// <summary>g·= scale.</summary>
    public static void Scale<T>(T* g, long count, T scale) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Elementwise.ForShared(count, Vector256<T>.Count, new Scaling<T>(g, scale));

    /// <summary>g = min(max(g, -limit), limit); NaN stays.</summary>
    public static void Clamp<T>(T* g, long count, T limit) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Elementwise.ForShared(count, Vector256<T>.Count, new Clamping<T>(g, limit));

    private readonly struct Scaling<T>(T* g, T scale) : IElementwise where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count) => Lanes.Store(Lanes.Load(g + i, count) * Vector256.Create(scale), g + i, count);
    }

    private readonly struct Clamping<T>(T* g, T limit) : IElementwise where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count)
        {
            Vector256<T> bound = Vector256.Create(limit);
            Lanes.Store(Vector256.Min(Vector256.Max(Lanes.Load(g + i, count), -bound), bound), g + i, count);
        }
    }
}
