using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>How to transform a row of one length: y[k] = Σ x[j] exp(-2πi jk/n), unscaled.</summary>
internal abstract unsafe class FourierPlan<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly BoundedCache<int, FourierPlan<T>> Plans = new(capacity: 32);

    protected FourierPlan(int length) => Length = length;

    /// <summary>n.</summary>
    public int Length { get; }

    /// <summary>Complex numbers that each of the two buffers of <see cref="Transform"/> must hold; at least n.</summary>
    public abstract int WorkLength { get; }

    /// <summary>The plan for a length, kept for the next time.</summary>
    public static FourierPlan<T> Of(int length) => Plans.GetOrAdd(length, Create);

    /// <summary>Transforms the first n numbers of <paramref name="x"/>; both buffers are overwritten.</summary>
    /// <returns>The buffer that has the result in its first n places: one of the two.</returns>
    public abstract TLanes* Transform<TLanes>(TLanes* x, TLanes* other) where TLanes : unmanaged, IComplexLanes<TLanes, T>;

    private static FourierPlan<T> Create(int length) =>
        MixedRadixPlan<T>.Factors(length) is { } factors ? new MixedRadixPlan<T>(length, factors) : new BluesteinPlan<T>(length);
}
