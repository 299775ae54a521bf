using System.Buffers.Binary;
using System.IO.Compression;
using HackLab.Data.Files;

namespace HackLab.Data.Delimited;

/// <summary>
/// The unpacked bytes of a gzip file, and at their end the proof that nothing is missing. <see cref="GZipStream"/> compares the
/// check sum of what it unpacks, but takes a file that is cut off for one that ends early, without a word (seen on .NET 10); so
/// the length in the file's last four bytes is compared with what was read, which a cut file meets once in 2³² times.
/// </summary>
internal sealed class GzipText : ForwardStream
{
    private readonly FileStream _file;
    private readonly GZipStream _unpacked;
    private readonly uint _expectedCrc, _expectedLength;

    internal GzipText(FileStream file)
    {
        if (file.Length < 18) throw new InvalidDataException("Shorter than an empty gzip file.");
        Span<byte> trailer = stackalloc byte[8];
        file.Position = file.Length - 8;
        file.ReadExactly(trailer);
        file.Position = 0;
        (_expectedCrc, _expectedLength) = (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
        (_file, _unpacked) = (file, new GZipStream(file, CompressionMode.Decompress, leaveOpen: true));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private protected override int ReadNext(Span<byte> buffer)
    {
        int read = _unpacked.Read(buffer);
        if (read == 0 && buffer.Length > 0) Check();
        return read;
    }

    private void Check()
    {
        if ((uint)BytesRead == _expectedLength) return;
        // A file of several gzip members ends with the trailer of the last, whose text is the last so many bytes.
        if (_expectedLength > BytesRead || CrcOfLast(_expectedLength) != _expectedCrc)
            throw new InvalidDataException("The check sum at its end does not fit what it holds.");
    }

    private uint CrcOfLast(uint count)
    {
        _file.Position = 0;
        using var again = new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true);
        var buffer = new byte[1 << 16];
        var crc = new Crc32();
        long skip = BytesRead - count;
        for (int read; (read = again.Read(buffer)) > 0; skip -= Math.Min(skip, read))
        {
            if (skip < read) crc.Add(buffer.AsSpan((int)skip, read - (int)skip));
        }
        return crc.Value;
    }
}
