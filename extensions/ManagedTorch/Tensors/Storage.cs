namespace TorchSharp.Tensors;

/// <summary>A buffer that one or more tensors (views of each other) look into.</summary>
/// <remarks>
/// Tensors count themselves in and out; with the last one out, the buffer goes back to the <see cref="StoragePool"/>. A tensor that
/// nobody disposes takes its count with it: the finalizer then returns the buffer. The memory is a pinned .NET array, so that the
/// garbage collector knows of it, and a span handed to the user can never dangle (see <see cref="Expose"/>).
/// </remarks>
internal sealed unsafe class Storage
{
    private const int Alignment = 64;    // a cache line, and the widest vector

    private readonly long[] _memory;
    private int _references;
    private bool _exposed;

    internal Storage(long bytes, int sizeClass)
    {
        Bytes = bytes;
        SizeClass = sizeClass;
        _memory = GC.AllocateUninitializedArray<long>(checked((int)((bytes + Alignment + 7) / 8)), pinned: true);
        nint start = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(
            ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_memory));
        Start = (byte*)((start + Alignment - 1) & ~(nint)(Alignment - 1));
    }

    ~Storage()
    {
        // Nobody can reach it any more, so nobody counts. An exposed one is left to the garbage collector.
        if (!Environment.HasShutdownStarted && !_exposed && _references > 0)
        {
            _references = 0;
            GC.ReRegisterForFinalize(this);
            StoragePool.Return(this);
        }
    }

    /// <summary>The first byte, at a multiple of 64.</summary>
    public byte* Start { get; }

    /// <summary>Usable bytes.</summary>
    public long Bytes { get; }

    /// <summary>The pool's shelf that it belongs to, or -1.</summary>
    public int SizeClass { get; }

    /// <summary>How often its values were changed in place since it was rented; what autograd saved must still be what it was.</summary>
    public int Version { get; set; }

    /// <summary>How many tensors look into it.</summary>
    public int References => Volatile.Read(ref _references);

    /// <summary>Counts one more tensor in.</summary>
    public void AddReference() => Interlocked.Increment(ref _references);

    /// <summary>Counts one tensor out; the last one gives the buffer back.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0 && !_exposed)
        {
            StoragePool.Return(this);
        }
    }

    /// <summary>Marks that the user holds a span into it: it is never used again for another tensor.</summary>
    public void Expose() => _exposed = true;
}
