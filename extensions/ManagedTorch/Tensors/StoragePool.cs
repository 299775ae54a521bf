using System.Numerics;

namespace TorchSharp.Tensors;

/// <summary>Keeps buffers that are no longer used for the next tensor of about that size.</summary>
/// <remarks>
/// Sizes are rounded up to four steps per power of two (at most a quarter is wasted). When nobody disposes tensors, their buffers
/// come back through finalizers, and these run only after a garbage collection, of which small managed objects give little cause:
/// so the pool asks for one when much was rented since the last.
/// </remarks>
internal static class StoragePool
{
    // Small against what a training step needs, large against what a collection of young objects costs (below 1 ms).
    private const long PatienceBytes = 16L << 20;
    private const long LargestPooled = 1L << 31;
    private const long MaxIdleBytes = 2L << 30;

    private static readonly Shelf[] Shelves = CreateShelves();
    private static readonly Lock CollectGate = new();
    private static long s_rented;
    private static long s_idle;
    private static long s_leastRented;
    private static int s_generation = 1;    // what lived through one collection in mid-step is found by the next

    /// <summary>Bytes in the hands of tensors.</summary>
    public static long RentedBytes => Interlocked.Read(ref s_rented);

    /// <summary>Bytes that wait for use.</summary>
    public static long IdleBytes => Interlocked.Read(ref s_idle);

    /// <summary>A buffer of at least <paramref name="bytes"/> bytes with arbitrary content.</summary>
    public static Storage Rent(long bytes)
    {
        int sizeClass = ClassOf(Math.Max(bytes, 64), out long size);
        if (size > LargestPooled)
        {
            CollectIfDue(bytes);
            return Take(new MemoryBlock(bytes, -1));
        }
        MemoryBlock? block = Shelves[sizeClass].Pop();
        if (block is null && CollectIfDue(size))
        {
            block = Shelves[sizeClass].Pop();
        }
        if (block is null)
        {
            return Take(new MemoryBlock(size, sizeClass));
        }
        Interlocked.Add(ref s_idle, -size);
        return Take(block);
    }

    /// <summary>Takes memory back that no tensor uses; forgets it unless <paramref name="isReusable"/>.</summary>
    public static void Return(MemoryBlock block, bool isReusable)
    {
        long rented = Interlocked.Add(ref s_rented, -block.Bytes);
        if (rented < Interlocked.Read(ref s_leastRented))
        {
            // Patience counts from the lowest ebb: after much was given back, as little may pile up again as before.
            Interlocked.Exchange(ref s_leastRented, rented);
        }
        if (isReusable && block.SizeClass >= 0 && Interlocked.Read(ref s_idle) < MaxIdleBytes)
        {
            Interlocked.Add(ref s_idle, block.Bytes);
            Shelves[block.SizeClass].Push(block);
        }
    }

    private static Storage Take(MemoryBlock block)
    {
        Interlocked.Add(ref s_rented, block.Bytes);
        return new Storage(block);
    }

    // Young garbage first; when that frees little, an older generation next time.
    private static bool CollectIfDue(long bytes)
    {
        long before = RentedBytes;
        if (before + bytes - Interlocked.Read(ref s_leastRented) < PatienceBytes + Interlocked.Read(ref s_leastRented) / 2
            || !CollectGate.TryEnter())
        {
            return false;
        }
        try
        {
            for (; ; s_generation++)
            {
                GC.Collect(s_generation, GCCollectionMode.Forced, blocking: true);
                GC.WaitForPendingFinalizers();
                bool freedMuch = RentedBytes < before - PatienceBytes / 2;
                if (freedMuch || s_generation == 2)
                {
                    s_generation = 1;
                    break;
                }
            }
            Interlocked.Exchange(ref s_leastRented, RentedBytes);
            return true;
        }
        finally
        {
            CollectGate.Exit();
        }
    }

    // Class 4·(e - 6) + q holds (4 + q)/4 · 2^e bytes.
    private static int ClassOf(long bytes, out long size)
    {
        int exponent = BitOperations.Log2((ulong)bytes);
        long step = 1L << (exponent - 2);
        long quarters = (bytes - (1L << exponent) + step - 1) / step;    // 0 … 4
        size = (1L << exponent) + quarters * step;
        return 4 * (exponent - 6) + (int)quarters;
    }

    private static Shelf[] CreateShelves()
    {
        var shelves = new Shelf[4 * (40 - 6)];
        for (int i = 0; i < shelves.Length; i++)
        {
            shelves[i] = new Shelf();
        }
        return shelves;
    }

    private sealed class Shelf
    {
        private readonly Lock _gate = new();
        private MemoryBlock[] _items = [];
        private int _count;

        public MemoryBlock? Pop()
        {
            lock (_gate)
            {
                if (_count == 0)
                {
                    return null;
                }
                MemoryBlock top = _items[--_count];
                _items[_count] = null!;
                return top;
            }
        }

        public void Push(MemoryBlock block)
        {
            lock (_gate)
            {
                if (_count == _items.Length)
                {
                    Array.Resize(ref _items, Math.Max(4, 2 * _count));
                }
                _items[_count++] = block;
            }
        }
    }
}
