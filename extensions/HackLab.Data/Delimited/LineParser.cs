using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace HackLab.Data.Delimited;

/// <summary>Turns lines into numbers one after the other, and says what is wrong with the first line that is wrong.</summary>
internal sealed class LineParser(string file, DelimitedOptions options)
{
    private const int WordShown = 40;

    private float[] _values = new float[1 << 14];
    private int _count, _columns;
    private byte _delimiter;
    private string[]? _header;
    private long _emptyLine;

    internal long LineNumber { get; private set; }

    internal void Line(ReadOnlySpan<byte> line)
    {
        LineNumber++;
        if (line is [.., (byte)'\r']) line = line[..^1];
        if (line.IsEmpty || line.Trim((byte)' ').IsEmpty)
        {
            if (_emptyLine == 0) _emptyLine = LineNumber;
            return;
        }
        if (_emptyLine > 0)
            throw Wrong("data", "an empty line", "Empty lines may stand at the end only: delete it.", _emptyLine);
        if (_columns == 0 && First(line)) return;
        if (_values.Length - _count < _columns) Grow();
        Numbers(line);
    }

    internal NumberTable Finish()
    {
        if (LineNumber == 0 || (_columns == 0 && _emptyLine > 0))
            throw new DataFormatException(file, "rows of numbers", "an empty file", "Fetch or write the file again.");
        if (_count == 0) throw Wrong("rows of numbers after the header", "the end of the file", "Fetch or write the file again.", LineNumber);
        Array.Resize(ref _values, _count);
        return new NumberTable(file, _header, (char)_delimiter, _columns, _values);
    }

    // The first line settles the delimiter and the number of columns; true if it is a header.
    private bool First(ReadOnlySpan<byte> line)
    {
        // Text has no zero bytes; a picture or an archive nearly always has some.
        if (line.Contains((byte)0)) throw Wrong("text", "bytes that are no text", "Is this the right file?", LineNumber);
        _delimiter = options.Delimiter is { } given ? Ascii(given) : Sniff(line);
        var fields = new List<string>();
        int numbers = 0, firstWord = -1;
        for (int at = Start(line); at <= line.Length;)
        {
            ReadOnlySpan<byte> field = Next(line, ref at);
            if (NumberParser.TryParse(field, out _)) numbers++;
            else if (firstWord < 0) firstWord = fields.Count;
            fields.Add(Encoding.UTF8.GetString(field));
        }
        if (options.Columns is { } expected && fields.Count != expected) throw WrongCount(expected, fields.Count);
        _columns = fields.Count;
        if (numbers > 0 && firstWord >= 0)
        {
            throw Wrong("a number, like its neighbours", Quote(Encoding.UTF8.GetBytes(fields[firstWord])),
                "A first line with names must have no numbers in it.", LineNumber, firstWord);
        }
        if (numbers > 0) return false;
        _header = [.. fields.Select(f => f.Trim('"'))];
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as NumberParser
    private void Numbers(ReadOnlySpan<byte> line)
    {
        int column = 0;
        for (int at = Start(line); at <= line.Length; column++)
        {
            ReadOnlySpan<byte> field = Next(line, ref at);
            if (column >= _columns) continue;
            if (!NumberParser.TryParse(field, out double value)) throw WrongNumber(field, column);
            float number = (float)value;
            if (!float.IsFinite(number))
                throw Wrong("a finite number", Quote(field), "Remove the row, or put a number in its place.", LineNumber, column);
            _values[_count + column] = number;
        }
        if (column != _columns) throw WrongCount(_columns, column);
        _count += _columns;
    }

    // The field at a position, blanks around it removed; the position moves behind the next delimiter, or past the end.
    private ReadOnlySpan<byte> Next(ReadOnlySpan<byte> line, ref int at)
    {
        ReadOnlySpan<byte> rest = line[at..];
        int length = _delimiter == 0 ? -1 : rest.IndexOf(_delimiter);
        if (length < 0)
        {
            at = line.Length + 1;
            return Trim(rest);
        }
        at += length + 1;
        if (_delimiter == ' ')
        {
            while (at < line.Length && line[at] == ' ') at++;
            if (at == line.Length) at++; // blanks at the end are no column
        }
        return Trim(rest[..length]);
    }

    private int Start(ReadOnlySpan<byte> line)
    {
        int at = 0;
        while (_delimiter == ' ' && line[at] == ' ') at++;
        return at;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field) =>
        field is [(byte)' ', ..] or [.., (byte)' '] ? field.Trim((byte)' ') : field;

    private static byte Sniff(ReadOnlySpan<byte> line)
    {
        // Names and numbers may hold blanks or decimal commas, so these come last.
        foreach (byte candidate in "\t;, "u8)
        {
            if (line.Trim((byte)' ').Contains(candidate)) return candidate;
        }
        return 0;
    }

    private static byte Ascii(char delimiter) =>
        delimiter is > '\0' and < (char)128 ? (byte)delimiter
        : throw new ArgumentException($"The delimiter must be an ASCII character, not '{delimiter}'.", nameof(delimiter));

    private void Grow()
    {
        long wanted = Math.Max((long)_values.Length * 2, (long)_count + _columns);
        if (wanted > Array.MaxLength) wanted = Array.MaxLength;
        if (wanted - _count < _columns)
            throw Wrong($"at most {Array.MaxLength} numbers", "more", "Split the file.", LineNumber);
        Array.Resize(ref _values, (int)wanted);
    }

    private DataFormatException WrongNumber(ReadOnlySpan<byte> field, int column)
    {
        string advice = field.Contains((byte)',') ? "Numbers must be written with a point, not a comma; or pass Delimiter = ','."
            : field.IsEmpty ? "Remove the row, or put a number in its place."
            : "Correct the file; if the columns are cut at the wrong places, pass Delimiter.";
        return Wrong("a number", Quote(field), advice, LineNumber, column);
    }

    private DataFormatException WrongCount(int expected, int found)
    {
        string how = _delimiter switch { 0 => "no delimiter", (byte)'\t' => "the delimiter tab", (byte)' ' => "the delimiter space", _ => $"the delimiter '{(char)_delimiter}'" };
        return Wrong(
            string.Create(CultureInfo.InvariantCulture, $"{expected} columns"), string.Create(CultureInfo.InvariantCulture, $"{found} (with {how})"),
            "A column is missing or too many, the line is cut off, or the delimiter is another: pass it as Delimiter.", LineNumber);
    }

    private DataFormatException Wrong(string expected, string found, string advice, long line, int column = -1)
    {
        IReadOnlyList<string>? names = _header ?? options.ColumnNames;
        string number = (column + 1).ToString(CultureInfo.InvariantCulture);
        string where = column < 0 ? "" : names is not null && column < names.Count ? $"{number} ({names[column]})" : number;
        return new DataFormatException(file, expected, found, advice, line, where);
    }

    private static string Quote(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty) return "nothing";
        string text = Encoding.UTF8.GetString(field.Length > WordShown ? field[..WordShown] : field);
        text = string.Concat(text.Select(c => char.IsControl(c) ? '�' : c));
        return field.Length > WordShown ? $"'{text}…'" : $"'{text}'";
    }
}
