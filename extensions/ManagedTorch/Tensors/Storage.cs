namespace TorchSharp.Tensors;

/// <summary>A buffer that one or more tensors (views of each other) look into.</summary>
/// <remarks>
/// Tensors count themselves in and out; with the last one out, the memory goes back to the <see cref="StoragePool"/>. A tensor that
/// nobody disposes takes its count with it: the finalizer then returns the memory. A storage is new for every buffer though its
/// memory is not: it stays young, so that a collection of young objects finds it. A span handed to the user can never dangle
/// (see <see cref="Expose"/>).
/// </remarks>
internal sealed unsafe class Storage(MemoryBlock block)
{
    private int _references;
    private bool _exposed;

    ~Storage()
    {
        // Nobody can reach it any more, so nobody counts.
        if (!Environment.HasShutdownStarted && _references > 0)
        {
            GiveBack();
        }
    }

    /// <summary>The first byte, at a multiple of 64.</summary>
    public byte* Start { get; } = block.Start;

    /// <summary>Usable bytes.</summary>
    public long Bytes => block.Bytes;

    /// <summary>How often its values were changed in place; what autograd saved must still be what it was.</summary>
    public int Version { get; set; }

    /// <summary>How many tensors look into it.</summary>
    public int References => Volatile.Read(ref _references);

    /// <summary>Counts one more tensor in.</summary>
    public void AddReference() => Interlocked.Increment(ref _references);

    /// <summary>Counts one tensor out; the last one gives the memory back.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            GC.SuppressFinalize(this);
            GiveBack();
        }
    }

    /// <summary>Marks that the user holds a span into it: its memory is never used again for another tensor.</summary>
    public void Expose() => _exposed = true;

    // Exposed memory is left to the garbage collector, which sees the user's span.
    private void GiveBack() => StoragePool.Return(block, isReusable: !_exposed);
}
