using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// One of the transforms, for a few rows side by side: brings them into the lanes, transforms, takes the results out.
/// </summary>
internal abstract unsafe class FourierRows<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Numbers of type T in a row of the input.</summary>
    public abstract int InputLength { get; }

    /// <summary>Numbers of type T in a row of the output.</summary>
    public abstract int OutputLength { get; }

    /// <summary>Complex numbers that each of the two buffers must hold.</summary>
    public abstract int WorkLength { get; }

    /// <summary>
    /// Transforms <paramref name="count"/> rows, at most as many as there are lanes, and multiplies by the scale.
    /// </summary>
    public abstract void Run<TLanes>(T* input, T* output, int count, TLanes* a, TLanes* b, T scale)
        where TLanes : unmanaged, IComplexLanes<TLanes, T>;

    /// <summary>
    /// Value i of row r goes to slot i, lane r, where each complex number has two slots. Idle lanes repeat the last row.
    /// </summary>
    protected static void Load<TLanes>(T* rows, int length, int count, TLanes* x)
        where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        for (int lane = 0; lane < TLanes.Count; lane++)
        {
            T* row = rows + (long)Math.Min(lane, count - 1) * length;
            T* slot = (T*)x + lane;
            for (int i = 0; i < length; i++, slot += TLanes.Count)
            {
                *slot = row[i];
            }
        }
    }

    /// <summary>Slot i, lane r goes to value i of row r, times the scale.</summary>
    protected static void Store<TLanes>(TLanes* x, T* rows, int length, int count, T scale)
        where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        for (int lane = 0; lane < count; lane++)
        {
            T* row = rows + (long)lane * length;
            T* slot = (T*)x + lane;
            for (int i = 0; i < length; i++, slot += TLanes.Count)
            {
                row[i] = *slot * scale;
            }
        }
    }

    protected static void Swap<TLanes>(TLanes* x, int count) where TLanes : unmanaged, IComplexLanes<TLanes, T>
    {
        for (int k = 0; k < count; k++)
        {
            x[k] = TLanes.Swap(x[k]);
        }
    }
}
