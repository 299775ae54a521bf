using HackLab.Data.Delimited;
using Microsoft.Win32.SafeHandles;

namespace HackLab.Data.Files;

/// <summary>
/// A file of binary data, read from front to back; gzip is told by the first bytes and unpacked. Every length that a header
/// states is checked against what the file can hold before anything is allocated for it.
/// </summary>
internal sealed partial class InputFile : IDisposable
{
    // Deflate packs at most 258 bytes into 2 bits (RFC 1951, 3.2.5): one byte of a gzip file unpacks to less than 1033.
    private const long MostPerPackedByte = 1033;

    private readonly FileStream _file;
    private readonly Stream _content;

    private InputFile(string path, FileStream file)
    {
        (Path, _file) = (path, file);
        IsPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        _content = IsPacked ? new GzipText(file) : file;
        LengthAtMost = IsPacked ? file.Length * MostPerPackedByte : file.Length;
    }

    /// <summary>The file's path, as it was given.</summary>
    internal string Path { get; }

    /// <summary>Whether it is unpacked while it is read.</summary>
    internal bool IsPacked { get; }

    /// <summary>How many bytes were read.</summary>
    internal long Position { get; private set; }

    /// <summary>Its length; of a packed file, which does not state it, the most that it can unpack to.</summary>
    internal long LengthAtMost { get; }

    private SafeFileHandle Handle => _file.SafeFileHandle;

    /// <summary>Opens a file, reads it, and says in a <see cref="DataFormatException"/> what went wrong, if anything.</summary>
    internal static T Read<T>(string path, Func<InputFile, T> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            if (Directory.Exists(path)) throw new DataFormatException(path, "a file", "a folder", "Give the path of one file in it.");
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            using var file = new InputFile(path, stream);
            return read(file);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new DataFormatException(path, "a whole file", "one that is damaged or cut off", "Fetch the file again.", inner: e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFormatException(path, "a file", "none of that name", "Check the path; relative paths start at the current folder.", inner: e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or (IOException and not DataFormatException))
        {
            throw new DataFormatException(path, "a file that can be read", e.Message, "Check its permissions and whether another program holds it.", inner: e);
        }
    }

    /// <summary>The exception for this file.</summary>
    internal DataFormatException Bad(string expected, string found, string advice = "Fetch the file again; if it stays so, ask who made it.") =>
        new(Path, expected, found, advice);

    /// <summary>Refuses a file that cannot hold so many more bytes.</summary>
    internal void Require(long bytes, string what)
    {
        long left = LengthAtMost - Position;
        if (bytes < 0 || bytes > left)
            throw Bad($"{bytes:N0} bytes of {what}", $"{(IsPacked ? "at most " : "")}{left:N0} bytes from byte {Position:N0} on", "The file is cut off or its header is damaged: fetch it again.");
    }

    /// <summary>Reads as many bytes as there are, up to the length of the target.</summary>
    internal int ReadSome(Span<byte> target)
    {
        int read = _content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        Position += read;
        return read;
    }

    /// <summary>Fills the target, or says what is missing.</summary>
    internal void ReadExactly(Span<byte> target, string what)
    {
        long from = Position;
        int read = ReadSome(target);
        if (read < target.Length) throw Bad($"{target.Length:N0} bytes of {what} from byte {from:N0} on", $"{read:N0}", "The file is cut off: fetch it again.");
    }

    /// <summary>Goes on behind bytes that are of no interest.</summary>
    internal void Skip(long bytes, string what)
    {
        Require(bytes, what);
        if (!IsPacked)
        {
            Position = _file.Position = _file.Position + bytes;
            return;
        }
        var buffer = new byte[(int)Math.Min(bytes, 1 << 16)];
        for (long left = bytes; left > 0; left -= Math.Min(left, buffer.Length)) ReadExactly(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)), what);
    }

    /// <summary>The rest of the file, which may not be longer than so many bytes.</summary>
    internal byte[] ReadRest(int limit, string what)
    {
        if (!IsPacked && LengthAtMost - Position > limit)
            throw Bad($"{what} of at most {limit:N0} bytes", $"{LengthAtMost - Position:N0}", "Is this the right file?");
        var bytes = new byte[IsPacked ? 1 << 12 : (int)(LengthAtMost - Position)];
        int filled = ReadSome(bytes);
        while (IsPacked && filled == bytes.Length)
        {
            if (filled >= limit) throw Bad($"{what} of at most {limit:N0} bytes", "more, once unpacked", "Is this the right file?");
            Array.Resize(ref bytes, Math.Min(limit, bytes.Length * 2));
            filled += ReadSome(bytes.AsSpan(filled));
        }
        return filled == bytes.Length ? bytes : bytes[..filled];
    }

    /// <summary>Reads a packed file to its end, where its check sum is: only then is it known to be whole.</summary>
    internal void Finish()
    {
        if (!IsPacked) return;
        var buffer = new byte[1 << 16];
        while (ReadSome(buffer) > 0)
        {
        }
    }

    public void Dispose()
    {
        if (IsPacked) _content.Dispose();
    }
}
