namespace HackLab.Data.Delimited;

/// <summary>
/// Reads files of numbers in columns: tab, comma, semicolon or space between them, with or without a line of names, plain or
/// gzip (told by the first bytes, not by the file's name). The text must be UTF-8; numbers are written with a point.
/// </summary>
/// <remarks>
/// The first line is a header if no field of it is a number. Blanks around a number are ignored; between columns separated by
/// spaces any number of them counts as one. Only the end of the file may have empty lines.
/// </remarks>
public static class DelimitedReader
{
    private const int Block = 1 << 20;

    // A line that does not fit is no table of numbers but something else, say a picture: better to say so than to fill the memory.
    private const int LongestLine = 1 << 24;

    /// <summary>Reads all numbers of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How; null finds out everything that can be found out.</param>
    /// <returns>The numbers, shape [rows, columns], at least one row.</returns>
    /// <exception cref="DataFormatException">The file cannot be read, or is not such a table; the message says where and why.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    /// <example><code>NumberTable table = DelimitedReader.Read("scores.csv");</code></example>
    public static NumberTable Read(string path, DelimitedOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new DelimitedOptions();
        try
        {
            if (Directory.Exists(path))
                throw new DataFormatException(path, "a file", "a folder", "Give the path of one file in it.");
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            bool gzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            using Stream text = gzip ? new GzipText(file) : file;
            return Read(text, path, options, file);
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

    /// <summary>Reads all numbers of a stream, which is not compressed.</summary>
    internal static NumberTable Read(Stream text, string name, DelimitedOptions options, FileStream? position = null)
    {
        var parser = new LineParser(name, options);
        var buffer = new byte[Block];
        int filled = 0;
        bool start = true;
        while (true)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            int read = text.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            if (start && (filled >= 3 || read == 0))
            {
                int mark = ByteOrderMark(buffer.AsSpan(0, filled), name);
                buffer.AsSpan(mark, filled - mark).CopyTo(buffer);
                filled -= mark;
                start = false;
            }
            int done = 0;
            while (!start && buffer.AsSpan(done, filled - done).IndexOf((byte)'\n') is >= 0 and int length)
            {
                parser.Line(buffer.AsSpan(done, length));
                done += length + 1;
            }
            buffer.AsSpan(done, filled - done).CopyTo(buffer);
            filled -= done;
            if (read == 0) break;
            if (filled == buffer.Length)
            {
                if (filled >= LongestLine)
                    throw new DataFormatException(name, "lines of text", $"one of more than {LongestLine >> 20} MB", "Is this a text file?", parser.LineNumber + 1);
                Array.Resize(ref buffer, buffer.Length * 2);
            }
            if (position is { Length: > 0 }) options.Progress?.Invoke((double)position.Position / position.Length);
        }
        if (filled > 0) parser.Line(buffer.AsSpan(0, filled));
        return parser.Finish();
    }

    // UTF-8 files may begin with a mark of three bytes; UTF-16 is told by its own, and cannot be read here.
    private static int ByteOrderMark(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return 3;
        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
            throw new DataFormatException(name, "text in UTF-8", "text in UTF-16", "Save it as UTF-8.", 1);
        return 0;
    }
}
