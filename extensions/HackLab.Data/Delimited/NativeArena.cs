using System.Runtime.InteropServices;

namespace HackLab.Data.Delimited;

/// <summary>
/// Memory for what one thread has parsed, before the number of rows is known. It lies outside the collected heap because it is
/// given back piece by piece while the result is put together: so there is hardly more than one copy of the numbers at any time.
/// </summary>
internal sealed unsafe class NativeArena : IDisposable
{
    /// <summary>After so many bytes a new piece begins.</summary>
    private const int Fill = 4 << 20;

    // The C library of Linux gives a freed piece back at once only if it is larger than a limit that moves up to 32 MB
    // (mallopt(3), M_MMAP_THRESHOLD). Pages that are never written cost nothing there, so a piece is asked for larger than it
    // will be.
    private static readonly nuint LeastPiece = OperatingSystem.IsLinux() ? (33u << 20) : Fill;

    private readonly List<nint> _pieces = [];
    private byte* _next, _end;
    private nuint _used;
    private int _released;

    /// <summary>The piece that the last reservation is in.</summary>
    internal int Piece => _pieces.Count - 1;

    /// <summary>Room for so many bytes; taken are only those that <see cref="Take"/> names.</summary>
    /// <param name="bytes">How many.</param>
    /// <param name="isAll">Whether nothing else will follow.</param>
    internal byte* Reserve(nuint bytes, bool isAll)
    {
        if (_next == null || _used >= Fill || (nuint)(_end - _next) < bytes)
        {
            nuint size = isAll ? bytes + 64 : nuint.Max(LeastPiece, bytes);
            _next = (byte*)NativeMemory.Alloc(size);
            _pieces.Add((nint)_next);
            _end = _next + size;
            _used = 0;
        }
        return _next;
    }

    /// <summary>Keeps so many bytes of what was reserved.</summary>
    internal void Take(nuint bytes)
    {
        bytes = (bytes + 15) & ~(nuint)15;
        _next += nuint.Min(bytes, (nuint)(_end - _next));
        _used += bytes;
    }

    /// <summary>Gives back all pieces before one.</summary>
    internal void ReleaseBefore(int piece)
    {
        for (; _released < piece; _released++) NativeMemory.Free((void*)_pieces[_released]);
    }

    public void Dispose()
    {
        ReleaseBefore(_pieces.Count);
        _next = _end = null;
    }
}
