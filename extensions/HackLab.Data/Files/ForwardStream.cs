namespace HackLab.Data.Files;

/// <summary>
/// A stream that is read once, from front to back. What it cannot do it refuses as <see cref="Stream"/> asks of such streams:
/// <see cref="CanSeek"/> and <see cref="CanWrite"/> are false, and their members throw <see cref="NotSupportedException"/>.
/// </summary>
internal abstract class ForwardStream : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    /// <summary>How many bytes were read; it cannot be set.</summary>
    public sealed override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    /// <summary>How many bytes were read.</summary>
    internal long BytesRead { get; private set; }

    public sealed override int Read(Span<byte> buffer)
    {
        int read = ReadNext(buffer);
        BytesRead += read;
        return read;
    }

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public sealed override void Flush()
    {
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Fills the front of the buffer with the next bytes and says how many; 0 at the end.</summary>
    private protected abstract int ReadNext(Span<byte> buffer);
}
