using HackLab.Data.Delimited;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>The unpacked bytes of an archive's entry, counted and summed while they are read.</summary>
internal sealed class CheckedEntry(Stream unpacked) : ForwardStream
{
    private Crc32 _crc = new();

    /// <summary>The check sum of the bytes that were read.</summary>
    internal uint Value => _crc.Value;

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }

    private protected override int ReadNext(Span<byte> buffer)
    {
        int read = unpacked.Read(buffer);
        _crc.Add(buffer[..read]);
        return read;
    }
}
