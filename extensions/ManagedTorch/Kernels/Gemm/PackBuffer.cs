using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>A thread's memory for packed panels: kept from product to product, grown when needed, freed with the
/// thread.</summary>
internal sealed unsafe class PackBuffer
{
    private const int Alignment = 64;    // a cache line, and a vector of AVX-512

    [ThreadStatic]
    private static PackBuffer? t_buffer;

    private byte* _memory;
    private nuint _bytes;

    ~PackBuffer()
    {
        NativeMemory.AlignedFree(_memory);
    }

    /// <summary>Room for this many values, valid until this thread's next call; what it holds is undefined.</summary>
    public static T* Rent<T>(nint values) where T : unmanaged
    {
        PackBuffer buffer = t_buffer ??= new PackBuffer();
        nuint bytes = (nuint)values * (nuint)sizeof(T);
        if (bytes > buffer._bytes)
        {
            NativeMemory.AlignedFree(buffer._memory);
            buffer._memory = null;
            buffer._bytes = 0;
            buffer._memory = (byte*)NativeMemory.AlignedAlloc(bytes, Alignment);
            buffer._bytes = bytes;
        }
        return (T*)buffer._memory;
    }
}
