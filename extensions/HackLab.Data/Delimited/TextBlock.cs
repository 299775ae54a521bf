using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HackLab.Data.Delimited;

/// <summary>
/// A piece of a file that holds whole records only; its last byte ends one. Used again and again by one thread.
/// </summary>
internal sealed unsafe class TextBlock
{
    /// <summary>How many zero bytes follow the text, so that eight can be read at once from any place in it.</summary>
    internal const int Padding = 32;

    private byte[] _bytes;

    internal TextBlock(int capacity) => _bytes = Allocate(capacity);

    /// <summary>Its number in the file, from 0.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>The number of its first line, from 1.</summary>
    internal long FirstLine { get; set; }

    /// <summary>How many ends of lines it holds, and so at most how many records.</summary>
    internal int Newlines { get; set; }

    internal int Length { get; set; }

    /// <summary>Where its records begin; behind the header in the first block.</summary>
    internal int Begin { get; set; }

    internal bool IsLastOfFile { get; set; }

    internal int Capacity => _bytes.Length - Padding;

    /// <summary>The room for text.</summary>
    internal Span<byte> Text => _bytes.AsSpan(0, Capacity);

    /// <summary>The text in it.</summary>
    internal ReadOnlySpan<byte> Content => _bytes.AsSpan(0, Length);

    // The array is pinned for life, so its address never changes.
    internal byte* Start => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_bytes));

    internal byte* End => Start + Length;

    internal void Grow(int capacity)
    {
        byte[] larger = Allocate(capacity);
        _bytes.AsSpan(0, Capacity).CopyTo(larger);
        _bytes = larger;
    }

    /// <summary>Sets the text's end and clears what stands behind it; a last record without an end of line gets one.</summary>
    internal void Seal(int length, byte newline)
    {
        if (length > 0 && _bytes[length - 1] != newline) _bytes[length++] = newline;
        Length = length;
        _bytes.AsSpan(length, Math.Min(Padding - 1, _bytes.Length - length)).Clear();
    }

    /// <summary>The number of the line that holds a place.</summary>
    internal long LineOf(byte* place, byte newline) => FirstLine + new ReadOnlySpan<byte>(Start, (int)(place - Start)).Count(newline);

    private static byte[] Allocate(int capacity) => GC.AllocateUninitializedArray<byte>(capacity + Padding, pinned: true);
}
