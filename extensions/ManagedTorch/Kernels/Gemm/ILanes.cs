namespace TorchSharp.Kernels;

/// <summary>What the product's inner loop asks of a vector, so that it is written once for every width and for float and
/// double.</summary>
/// <remarks>Each lane is a column of its own, so the width never changes a result.</remarks>
internal unsafe interface ILanes<T, TVector> where T : unmanaged where TVector : struct
{
    /// <summary>Values in a vector.</summary>
    static abstract int Count { get; }

    static abstract TVector Load(T* from);

    static abstract void Store(TVector value, T* to);

    static abstract TVector Broadcast(T value);

    static abstract TVector Add(TVector x, TVector y);

    /// <summary>x·y + z with one rounding; with two where the machine has no such instruction.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector y, TVector z);
}
