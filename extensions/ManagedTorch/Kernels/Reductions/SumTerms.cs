using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>What is summed: a term for each place of a run. It holds the pointers it reads.</summary>
internal interface ISumTerm<T> where T : unmanaged
{
    /// <summary>Adds the terms i … i + count - 1 to the lanes of <paramref name="sum"/>; lanes from count on get
    /// nothing.</summary>
    Vector256<T> AddTo(Vector256<T> sum, long i, int count);
}

/// <summary>Two sums over the same places, in one pass.</summary>
internal interface ISumTermPair<T> where T : unmanaged
{
    /// <summary>Adds the terms i … i + count - 1 to both sums.</summary>
    void AddTo(ref Vector256<T> first, ref Vector256<T> second, long i, int count);
}

/// <summary>x.</summary>
internal readonly unsafe struct Values<T>(T* x) : ISumTerm<T> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> AddTo(Vector256<T> sum, long i, int count) => sum + Lanes.Load(x + i, count);
}

/// <summary>x·y; with y = x the squares.</summary>
internal readonly unsafe struct Products<T>(T* x, T* y) : ISumTerm<T> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> AddTo(Vector256<T> sum, long i, int count) =>
        Lanes.MultiplyAdd(Lanes.Load(x + i, count), Lanes.Load(y + i, count), sum);
}

/// <summary>(x - center)².</summary>
internal readonly unsafe struct SquaredDeviations<T>(T* x, T center) : ISumTerm<T> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> AddTo(Vector256<T> sum, long i, int count)
    {
        Vector256<T> deviation = Lanes.Load(x + i, count, center) - Vector256.Create(center);
        return Lanes.MultiplyAdd(deviation, deviation, sum);
    }
}
