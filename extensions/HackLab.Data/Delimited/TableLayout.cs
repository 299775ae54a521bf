using System.Globalization;
using System.Text;

namespace HackLab.Data.Delimited;

/// <summary>What the first record of a file settles, and the words for what is wrong with any other.</summary>
internal sealed unsafe class TableLayout
{
    private const int WordShown = 40;

    private readonly string _file;
    private readonly DelimitedOptions _options;

    private TableLayout(string file, Dialect dialect, DelimitedOptions options) => (_file, Dialect, _options) = (file, dialect, options);

    internal Dialect Dialect { get; }

    internal string[]? Header { get; private set; }

    internal int Columns { get; private set; }

    /// <summary>Reads the first record and moves the block's beginning behind it if it is a header.</summary>
    /// <param name="block">The first block.</param>
    /// <param name="dialect">What separates its fields.</param>
    /// <param name="file">For messages.</param>
    /// <param name="options">What is known of the file.</param>
    /// <param name="numbersOnly">Whether a first record of names and numbers is an error, or data.</param>
    internal static TableLayout Read(TextBlock block, Dialect dialect, string file, DelimitedOptions options, bool numbersOnly)
    {
        var layout = new TableLayout(file, dialect, options);
        byte* p = block.Start;
        for (int skip = options.SkipLines; skip > 0 && p < block.End; skip--)
            p += new ReadOnlySpan<byte>(p, (int)(block.End - p)).IndexOf(dialect.Newline) + 1;
        byte* empty = null;
        while (p < block.End && layout.SkipLine(block, ref p, out bool isEmpty))
        {
            if (isEmpty && empty == null) empty = p - 1;
        }
        if (p == block.End)
        {
            throw block.IsLastOfFile
                ? new DataFormatException(file, "rows of data", "an empty file", "Fetch or write the file again.")
                : new DataFormatException(file, "rows of data in the first megabyte", "comments and empty lines only", "Is this the right file?");
        }
        if (empty != null) throw layout.EmptyLine(block, empty);
        block.Begin = (int)(p - block.Start);
        layout.First(block, p, numbersOnly);
        return layout;
    }

    /// <summary>Steps over a line that is empty or a comment; false, and not moved, at any other.</summary>
    internal bool SkipLine(TextBlock block, ref byte* at, out bool isEmpty)
    {
        byte* p = at;
        isEmpty = false;
        if (Dialect.Comment != 0 && *p == Dialect.Comment)
        {
            at += new ReadOnlySpan<byte>(p, (int)(block.End - p)).IndexOf(Dialect.Newline) + 1;
            return true;
        }
        while (Dialect.IsBlank(*p)) p++;
        if (*p == (byte)'\r' && p[1] == Dialect.Newline) p++;
        if (*p != Dialect.Newline) return false;
        at = p + 1;
        return isEmpty = true;
    }

    internal DataFormatException EmptyLine(TextBlock block, byte* place) =>
        Wrong(block, place, -1, "data", "an empty line", "Empty lines may stand at the end only: delete it.");

    internal DataFormatException WrongCount(TextBlock block, byte* record)
    {
        int found = 0;
        byte* p = record;
        Field field;
        do
        {
            if (Fields.Next(Dialect, ref p, block.End, out field) is { } fault)
                return Wrong(block, record, found, "fields as in RFC 4180", fault, "");
            found++;
        }
        while (!field.IsLast);
        return WrongCount(block, record, Columns, found);
    }

    internal DataFormatException WrongQuotes(TextBlock block, byte* record, int column, string fault) => Wrong(
        block, record, column, "a field whose quotes stand at both ends", fault,
        "A quote within a quoted field is written twice; pass Quote = null if quotes mean nothing here.");

    internal DataFormatException Wrong(TextBlock block, byte* place, int column, string expected, string found, string advice)
    {
        IReadOnlyList<string>? names = Header ?? _options.ColumnNames;
        string number = (column + 1).ToString(CultureInfo.InvariantCulture);
        string where = column < 0 ? "" : names is not null && column < names.Count && names[column].Length > 0 ? $"{number} ({names[column]})" : number;
        return new DataFormatException(_file, expected, found, advice, block.LineOf(place, Dialect.Newline), where);
    }

    /// <summary>A field's text for a message: quoted, and not too much of it.</summary>
    internal static string Quote(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty) return "nothing";
        string text = Encoding.UTF8.GetString(field.Length > WordShown ? field[..WordShown] : field);
        text = string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return field.Length > WordShown ? $"'{text}…'" : $"'{text}'";
    }

    // Settles the number of columns and whether the first record is a header.
    private void First(TextBlock block, byte* record, bool numbersOnly)
    {
        byte* p = record;
        int lineLength = new ReadOnlySpan<byte>(p, (int)(block.End - p)).IndexOf(Dialect.Newline);
        // Text has no zero bytes; a picture or an archive nearly always has some.
        if (new ReadOnlySpan<byte>(p, lineLength).Contains((byte)0))
            throw Wrong(block, p, -1, "text", "bytes that are no text", "Is this the right file?");
        var fields = new List<string>();
        int numbers = 0, firstWord = -1;
        Field field;
        do
        {
            if (Fields.Next(Dialect, ref p, block.End, out field) is { } fault)
                throw WrongQuotes(block, record, fields.Count, fault);
            if (NumberParser.TryParse<double>(field.Token, out _)) numbers++;
            else if (firstWord < 0) firstWord = fields.Count;
            fields.Add(Text(block, record, fields.Count, field));
        }
        while (!field.IsLast);
        if (_options.Columns is { } expected && fields.Count != expected) throw WrongCount(block, record, expected, fields.Count);
        Columns = fields.Count;
        bool header = _options.Header ?? numbers == 0;
        if (!header && firstWord >= 0 && numbersOnly && _options.Missing is null)
        {
            throw Wrong(
                block, record, firstWord, "a number, like its neighbours", Quote(Encoding.UTF8.GetBytes(fields[firstWord])),
                "A first line with names must have no numbers in it, or pass Header = true.");
        }
        if (!header) return;
        Header = [.. fields.Select(name => name.Trim(' '))];
        block.Begin = (int)(p - block.Start);
    }

    /// <summary>A field as a string.</summary>
    internal string Text(TextBlock block, byte* record, int column, Field field)
    {
        try
        {
            return field.Decode();
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(block, record, column, "text in UTF-8", Quote(field.Text), "Save the file as UTF-8; older ones are often Latin-1.");
        }
    }

    private DataFormatException WrongCount(TextBlock block, byte* record, int expected, int found)
    {
        string how = Dialect.OneColumn ? "no delimiter"
            : Dialect.Delimiter switch { (byte)'\t' => "the delimiter tab", (byte)' ' => "the delimiter space", byte b => $"the delimiter '{(char)b}'" };
        return Wrong(
            block, record, -1, string.Create(CultureInfo.InvariantCulture, $"{expected} columns"),
            string.Create(CultureInfo.InvariantCulture, $"{found} (with {how})"),
            "A column is missing or too many, the line is cut off, or the delimiter is another: pass it as Delimiter.");
    }
}
