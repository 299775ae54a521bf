using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>y = (x - mean)·scale + shift, with one mean, scale and shift for the run.</summary>
internal readonly unsafe struct ScaleAndShift<T>(T* x, T* y, T mean, T scale, T shift) : IElementwise where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(long i, int count)
    {
        Vector256<T> deviation = Lanes.Load(x + i, count) - Vector256.Create(mean);
        Lanes.Store(Lanes.MultiplyAdd(deviation, Vector256.Create(scale), Vector256.Create(shift)), y + i, count);
    }
}

/// <summary>dx = a·dy + b·(x - mean) + d: the gradient through a normalisation, for a run with one mean.</summary>
internal readonly unsafe struct InputGradient<T>(T* x, T* dy, T* dx, T mean, T a, T b, T d) : IElementwise where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(long i, int count)
    {
        Vector256<T> deviation = Lanes.Load(x + i, count) - Vector256.Create(mean);
        Vector256<T> rest = Lanes.MultiplyAdd(deviation, Vector256.Create(b), Vector256.Create(d));
        Lanes.Store(Lanes.MultiplyAdd(Lanes.Load(dy + i, count), Vector256.Create(a), rest), dx + i, count);
    }
}

/// <summary>Σ dy and Σ dy·(x - mean).</summary>
internal readonly unsafe struct DeviationTerms<T>(T* x, T* dy, T mean) : ISumTermPair<T> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(ref Vector256<T> first, ref Vector256<T> second, long i, int count)
    {
        Vector256<T> g = Lanes.Load(dy + i, count);
        first += g;
        second = Lanes.MultiplyAdd(g, Lanes.Load(x + i, count, mean) - Vector256.Create(mean), second);
    }
}
