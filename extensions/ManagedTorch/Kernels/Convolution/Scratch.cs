using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>What a thread's working memory is used for; uses that overlap in time have different names.</summary>
internal enum ScratchUse
{
    Weights,
    Partial,
    Offsets,
    Source,
    Target,
    Transformed,
    Product,
    Taps,
    Phases,
    Count,
}

/// <summary>Working memory of a thread: aligned, kept from call to call, freed with the thread.</summary>
internal sealed unsafe class Scratch
{
    private const nuint Alignment = 64;

    [ThreadStatic]
    private static Scratch? t_mine;

    private readonly void*[] _memory = new void*[(int)ScratchUse.Count];
    private readonly nuint[] _bytes = new nuint[(int)ScratchUse.Count];

    ~Scratch()
    {
        foreach (void* memory in _memory)
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    /// <summary>Room for <paramref name="count"/> values with anything in it, until this thread asks for the same use again.</summary>
    public static T* Rent<T>(ScratchUse use, nint count) where T : unmanaged =>
        (T*)(t_mine ??= new Scratch()).Rent((int)use, (nuint)(count * sizeof(T)));

    private void* Rent(int use, nuint bytes)
    {
        if (_bytes[use] < bytes)
        {
            NativeMemory.AlignedFree(_memory[use]);
            _memory[use] = null;
            _bytes[use] = 0;
            _memory[use] = NativeMemory.AlignedAlloc(bytes, Alignment);
            _bytes[use] = bytes;
        }
        return _memory[use];
    }
}
