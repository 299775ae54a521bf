using System.Globalization;
using System.Text;
using HackLab.Data.Delimited;

namespace HackLab.Data.AtlasHiggs;

/// <summary>
/// Reads the published table: comma-separated text with a header that names the columns, in any order; plain or gzip. Columns that
/// are not needed (EventId) are passed over. Labels are s (or 1) and b (or 0).
/// </summary>
internal static class AtlasHiggsReader
{
    private const int LongestLine = 1 << 16; // published lines have 400 characters
    private const int MostColumns = 256;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kaggleSet">
    /// Only the rows of this set of the competition, with its weights; null for all rows and Weight.
    /// </param>
    /// <param name="cancellation">Stops the work.</param>
    internal static TabularData Read(string path, char? kaggleSet, CancellationToken cancellation)
    {
        try
        {
            if (Directory.Exists(path)) throw new DataFormatException(path, "a file", "a folder", "Give the path of one file in it.");
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            bool gzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            using Stream bytes = gzip ? new GzipText(file) : file;
            return Read(bytes, path, Path.GetFileName(path), kaggleSet, cancellation);
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

    /// <summary>Reads a stream that is not compressed.</summary>
    internal static TabularData Read(Stream bytes, string file, string name, char? kaggleSet, CancellationToken cancellation)
    {
        using var text = new StreamReader(bytes, Encoding.UTF8);
        var lines = new Lines(text, file);
        if (lines.Next() is not { } header) throw new DataFormatException(file, "a header and rows", "an empty file", "Fetch the file again.");
        AtlasHiggsColumns columns = AtlasHiggsColumns.Find(header, file, kaggleSet is not null);
        if (columns.Count > MostColumns)
            throw new DataFormatException(file, $"at most {MostColumns} columns", $"{columns.Count}", "Is this the right file?", 1);
        var rows = new AtlasHiggsRows();
        while (lines.Next() is { } line)
        {
            if ((lines.Number & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            columns.Parse(line, lines.Number, kaggleSet, rows);
        }
        if (rows.Y.Count == 0)
        {
            string expected = kaggleSet is { } set ? $"rows with KaggleSet '{set}'" : "rows";
            throw new DataFormatException(file, expected, "none", "Is this the right file? Published sets are t, b, v and u.");
        }
        return new TabularData(name, AtlasHiggsSchema.Features, [.. rows.X], [.. rows.Y], AtlasHiggsSchema.ClassNames, [.. rows.Weights]);
    }

    /// <summary>Lines of a text, none longer than a limit: a file without line ends must not fill the memory.</summary>
    private sealed class Lines(StreamReader text, string file)
    {
        private readonly StringBuilder _line = new();
        private readonly char[] _buffer = new char[1 << 14];
        private int _at, _filled;

        internal long Number { get; private set; }

        internal string? Next()
        {
            _line.Clear();
            while (true)
            {
                if (_at == _filled)
                {
                    (_at, _filled) = (0, text.Read(_buffer));
                    if (_filled == 0) return _line.Length == 0 ? null : Line();
                }
                int end = Array.IndexOf(_buffer, '\n', _at, _filled - _at), stop = end < 0 ? _filled : end;
                if (_line.Length + stop - _at > LongestLine)
                    throw new DataFormatException(file, "lines of text", $"one of more than {LongestLine} characters", "Is this a text file?", Number + 1);
                _line.Append(_buffer, _at, stop - _at);
                _at = end < 0 ? stop : stop + 1;
                if (end >= 0) return Line();
            }
        }

        private string Line()
        {
            Number++;
            return _line.ToString().TrimEnd('\r');
        }
    }
}

/// <summary>What is read so far.</summary>
internal sealed class AtlasHiggsRows
{
    internal List<float> X { get; } = [];

    internal List<int> Y { get; } = [];

    internal List<double> Weights { get; } = [];
}
