using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Tensors;

/// <summary>Memory for one buffer at a time: a pinned .NET array, so that the garbage collector knows of it.</summary>
internal sealed unsafe class MemoryBlock
{
    private const int Alignment = 64;    // a cache line, and the widest vector

    private readonly long[] _memory;

    internal MemoryBlock(long bytes, int sizeClass)
    {
        Bytes = bytes;
        SizeClass = sizeClass;
        _memory = GC.AllocateUninitializedArray<long>(checked((int)((bytes + Alignment + 7) / 8)), pinned: true);
        nint start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        Start = (byte*)((start + Alignment - 1) & ~(nint)(Alignment - 1));
    }

    /// <summary>The first byte, at a multiple of 64.</summary>
    public byte* Start { get; }

    /// <summary>Usable bytes.</summary>
    public long Bytes { get; }

    /// <summary>The pool's shelf that it belongs to, or -1.</summary>
    public int SizeClass { get; }
}
