namespace TorchSharp.Tensors;

/// <summary>Remembers the buffers that this thread asked the address of last.</summary>
/// <remarks>
/// A kernel works with bare pointers. If the caller has no further use of a tensor, the garbage collector may find it dead while
/// the kernel still reads it, and its finalizer would hand the buffer to somebody else. No kernel reads more than this many at
/// once.
/// </remarks>
internal static class RecentStorages
{
    private const int Count = 32;

    [ThreadStatic]
    private static Storage?[]? t_ring;

    [ThreadStatic]
    private static int t_next;

    /// <summary>Keeps <paramref name="storage"/> reachable until 32 others were touched.</summary>
    public static void Touch(Storage storage)
    {
        Storage?[] ring = t_ring ??= new Storage?[Count];
        ring[t_next++ & (Count - 1)] = storage;
    }
}
