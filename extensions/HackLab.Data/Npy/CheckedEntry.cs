using HackLab.Data.Delimited;

namespace HackLab.Data.Npy;

/// <summary>The unpacked bytes of an archive's entry, counted and summed while they are read.</summary>
internal sealed class CheckedEntry(Stream unpacked) : Stream
{
    private Crc32 _crc = new();

    /// <summary>How many were read.</summary>
    internal long Count { get; private set; }

    /// <summary>The check sum of those that were read.</summary>
    internal uint Value => _crc.Value;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int read = unpacked.Read(buffer);
        _crc.Add(buffer[..read]);
        Count += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }
}
