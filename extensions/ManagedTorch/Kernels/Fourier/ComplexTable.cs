using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>
/// A constant table of complex numbers that never moves in memory; the kernels read it by address while it is alive.
/// </summary>
internal sealed unsafe class ComplexTable<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _values;

    public ComplexTable(ReadOnlySpan<Complex> values)
    {
        _values = GC.AllocateUninitializedArray<T>(2 * values.Length, pinned: true);
        for (int i = 0; i < values.Length; i++)
        {
            _values[2 * i] = T.CreateTruncating(values[i].Real);
            _values[2 * i + 1] = T.CreateTruncating(values[i].Imaginary);
        }
    }

    /// <summary>re, im, re, im …</summary>
    public T* Pointer => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_values));
}
