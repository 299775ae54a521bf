using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace HackLab.Data.Files;

internal sealed partial class InputFile
{
    // Small enough to be in the cache still when its bytes are swapped, large enough that a read costs nothing beside it, and a
    // whole number of values of 1, 2, 3, 4 and 8 bytes.
    private const int BlockBytes = 3 << 18;

    /// <summary>Fills the target with the next bytes of a block.</summary>
    internal delegate void BlockReader(Span<byte> target);

    /// <summary>
    /// Uses one block: the position of its first byte among those asked for, their number, and how to get them.
    /// </summary>
    internal delegate void BlockUse(long first, int length, BlockReader read);

    /// <summary>Fills an array with numbers, which in the file have the given byte order.</summary>
    /// <typeparam name="T">A number of 1, 2, 4 or 8 bytes.</typeparam>
    internal T[] ReadValues<T>(long count, bool bigEndian, string what, CancellationToken cancellation = default)
        where T : unmanaged
    {
        int size = Unsafe.SizeOf<T>();
        Require(checked(count * size), what);
        if (count > Array.MaxLength) throw Bad($"at most {Array.MaxLength:N0} values in one array", $"{count:N0}", "Split the file.");
        T[] values = GC.AllocateUninitializedArray<T>((int)count);
        ReadBlocks(count * size, what, cancellation, (first, length, read) =>
        {
            Span<T> block = values.AsSpan((int)(first / size), length / size);
            read(MemoryMarshal.AsBytes(block));
            if (bigEndian == BitConverter.IsLittleEndian) SwapBytes(block);
        });
        return values;
    }

    /// <summary>
    /// Reads a long run of bytes block by block, of a file that is not packed on all cores: copying out of the system's cache and
    /// swapping bytes are both limited by one core (4096 × 4096 float32, two cores: 9 ms).
    /// </summary>
    internal void ReadBlocks(long bytes, string what, CancellationToken cancellation, BlockUse use)
    {
        Require(bytes, what);
        int blocks = (int)((bytes + BlockBytes - 1) / BlockBytes);
        int LengthOf(int block) => (int)Math.Min(BlockBytes, bytes - ((long)block * BlockBytes));
        if (IsPacked || blocks < 4)
        {
            for (int block = 0; block < blocks; block++)
            {
                cancellation.ThrowIfCancellationRequested();
                use((long)block * BlockBytes, LengthOf(block), target => ReadExactly(target, what));
            }
            return;
        }
        long start = Position;
        try
        {
            Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, block =>
            {
                long first = (long)block * BlockBytes;
                use(first, LengthOf(block), target => ReadAt(start + first, target, what));
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.Count > 0)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        Position = _file.Position = start + bytes;
    }

    /// <summary>Fills the target from somewhere in a file that is not packed.</summary>
    internal void ReadAt(long at, Span<byte> target, string what)
    {
        while (target.Length > 0)
        {
            int read = RandomAccess.Read(Handle, target, at);
            if (read == 0) throw Bad($"{target.Length:N0} more bytes of {what} from byte {at:N0} on", "the end of the file", "The file is cut off: fetch it again.");
            at += read;
            target = target[read..];
        }
    }

    /// <summary>Turns the bytes of each number round; the runtime does this with vectors.</summary>
    internal static void SwapBytes<T>(Span<T> values)
        where T : unmanaged
    {
        switch (Unsafe.SizeOf<T>())
        {
            case 2:
                Span<ushort> twos = MemoryMarshal.Cast<T, ushort>(values);
                BinaryPrimitives.ReverseEndianness(twos, twos);
                break;
            case 4:
                Span<uint> fours = MemoryMarshal.Cast<T, uint>(values);
                BinaryPrimitives.ReverseEndianness(fours, fours);
                break;
            case 8:
                Span<ulong> eights = MemoryMarshal.Cast<T, ulong>(values);
                BinaryPrimitives.ReverseEndianness(eights, eights);
                break;
        }
    }
}
