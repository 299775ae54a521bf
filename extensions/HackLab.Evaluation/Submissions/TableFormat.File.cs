using System.Globalization;
using System.Text;
using HackLab.Data;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How a table stands in its file.</summary>
public sealed partial class TableFormat
{
    private const int LongestId = 200;

    /// <inheritdoc/>
    public override byte[] Write(PredictionContent content)
    {
        if (content is not PredictionTable table || table.Columns != _columns.Length
            || (IdColumn is not null && table.Ids is null))
            throw new ArgumentException($"The content has not the columns of {FileName}: {Heading}.", nameof(content));
        var text = new StringBuilder();
        if (HasHeader) text.Append(Heading).Append('\n');
        for (int i = 0; i < table.Rows; i++)
        {
            if (IdColumn is not null) text.Append(CheckedId(table.Ids![i])).Append(Delimiter);
            for (int j = 0; j < table.Columns; j++)
            {
                if (j > 0) text.Append(Delimiter);
                // The shortest text that gives the same number again.
                text.Append(table.Values[(i * table.Columns) + j].ToString("R", CultureInfo.InvariantCulture));
            }
            text.Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <inheritdoc/>
    public override PredictionContent Read(ReadOnlyMemory<byte> content, string where, int mostRows = int.MaxValue)
    {
        string text = Utf8Text.Read(content.Span, where);
        List<string>? ids = IdColumn is null ? null : [];
        var values = new List<double>();
        int line = 0, fields = _columns.Length + (IdColumn is null ? 0 : 1);
        bool ended = false;
        foreach (ReadOnlySpan<char> each in text.AsSpan().EnumerateLines())
        {
            line++;
            if (line == 1 && HasHeader)
            {
                CheckHeading(each, where);
                continue;
            }
            if (each.IsWhiteSpace())
            {
                ended = true;   // empty lines may stand at the end, and only there
                continue;
            }
            if (ended) throw Wrong(where, line - 1, "a row", "an empty line", "Remove it.");
            if (values.Count / _columns.Length == mostRows)
                throw Wrong(where, line, Words.Of($"{mostRows:N0} rows"), "more",
                    "Predict each row of the evaluation set once, and no others.");
            Row(each, where, line, fields, ids, values);
        }
        if (HasHeader && line == 0) throw Wrong(where, 1, $"the heading {Heading}", "an empty file", "Write it again.");
        return new PredictionTable(ids, [.. values], _columns.Length);
    }

    private void Row(ReadOnlySpan<char> row, string where, int line, int fields, List<string>? ids, List<double> values)
    {
        if (row.Count(Delimiter) + 1 != fields) throw WrongCount(row, where, line, fields);
        int at = 0;
        foreach (Range part in row.Split(Delimiter))
        {
            ReadOnlySpan<char> field = row[part].Trim();
            if (at == 0 && ids is not null)
            {
                if (field.Length is 0 or > LongestId)
                    throw Wrong(where, line, $"an {IdColumn} of 1 to {LongestId} characters", Words.Of($"{field.Length:N0}"),
                        "Take it from the evaluation set.", IdColumn!);
                ids.Add(field.ToString());
            }
            else if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                values.Add(value);
            }
            else
            {
                string name = _columns[at - (ids is null ? 0 : 1)].Name;
                throw Wrong(where, line, "a number", IdCheck.Shown(field.ToString()), "Write numbers as 0.25 or 2.5e-1.", name);
            }
            at++;
        }
    }

    private DataFormatException WrongCount(ReadOnlySpan<char> row, string where, int line, int fields)
    {
        string between = Delimiter switch { ',' => "a comma", '\t' => "a tab", char other => $"'{other}'" };
        int found = row.Count(Delimiter) + 1;
        string advice = found == 1 && fields > 1 && row.Trim().Contains(' ') ? $"Put {between} where blanks are."
            : Delimiter == ',' && found > fields ? "Write decimals with a point, 0.25, and no thousands separators."
            : $"Write {(IdColumn is null ? "" : $"{IdColumn} and ")}{string.Join(", ", Names)}, with {between} between them.";
        return Wrong(where, line, Words.Of($"{fields} fields with {between} between them"), Words.Of($"{found}"), advice);
    }

    private void CheckHeading(ReadOnlySpan<char> line, string where)
    {
        string[] expected = IdColumn is null ? [.. Names] : [IdColumn, .. Names];
        string[] found = [.. line.ToString().Split(Delimiter).Select(name => name.Trim().Trim('"'))];
        if (found.SequenceEqual(expected, StringComparer.OrdinalIgnoreCase)) return;
        throw Wrong(where, 1, $"the heading {Heading}", IdCheck.Shown(line.ToString()), "Write that heading as the first line.");
    }

    private string CheckedId(string id) => id.Length is > 0 and <= LongestId && !id.Contains(Delimiter) && id.Trim() == id
        && !id.Any(char.IsControl) ? id
        : throw new ArgumentException($"{IdCheck.Shown(id)} cannot be an {IdColumn}: it would not be read again.");

    private static DataFormatException Wrong(string where, int line, string expected, string found, string advice,
        string column = "") =>
        new(where, expected, found, advice, line, column);
}
