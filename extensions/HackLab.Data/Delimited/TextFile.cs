namespace HackLab.Data.Delimited;

/// <summary>A text file, plain or gzip (told by its first bytes), and the words for why it cannot be opened or read.</summary>
internal sealed class TextFile : IDisposable
{
    private readonly FileStream _file;

    internal TextFile(string path)
    {
        if (Directory.Exists(path)) throw new DataFormatException(path, "a file", "a folder", "Give the path of one file in it.");
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        bool gzip = _file.ReadByte() == 0x1F && _file.ReadByte() == 0x8B;
        _file.Position = 0;
        Text = gzip ? new GzipText(_file) : _file;
        BlockSize = gzip ? TextBlocks.BlockSize : (int)Math.Min(TextBlocks.BlockSize, _file.Length + 1);
    }

    /// <summary>The content, unpacked.</summary>
    internal Stream Text { get; }

    /// <summary>How large a block must be; small for a small file.</summary>
    internal int BlockSize { get; }

    /// <summary>How much was read, from 0 to 1.</summary>
    internal double Fraction => _file.Length == 0 ? 1 : (double)_file.Position / _file.Length;

    /// <summary>Does what reads a file, and turns what the system throws into words.</summary>
    internal static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw new DataFormatException(path, "a whole gzip file", "one that is damaged or cut off", "Fetch the file again.", inner: e);
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

    public void Dispose()
    {
        if (Text != _file) Text.Dispose();
        _file.Dispose();
    }
}
