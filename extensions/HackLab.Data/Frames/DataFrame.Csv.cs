using System.Text;
using HackLab.Data.Delimited;
using HackLab.Data.Files;
using HackLab.Data.Hosting;

namespace HackLab.Data;

/// <summary>From and to text files.</summary>
public sealed partial class DataFrame
{
    /// <summary>Reads a file of delimited text (CSV, TSV …; plain or .gz); types are found out from all of its values.</summary>
    /// <param name="filename">The file.</param>
    /// <param name="separator">What separates columns; null finds it out.</param>
    /// <param name="header">Whether the first line names the columns; null finds it out.</param>
    /// <param name="columnNames">Names where there is no header.</param>
    /// <exception cref="DataFormatException">
    /// The file cannot be read, or is no such table; the message says where and why.
    /// </exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>DataFrame koi = DataFrame.LoadCsv("koi.csv");</code></example>
    public static DataFrame LoadCsv(string filename, char? separator = null, bool? header = null, string[]? columnNames = null)
    {
        var progress = new LoadProgress(Path.GetFileName(filename));
        DataFrame frame = LoadCsv(filename, new DelimitedOptions
        {
            Delimiter = separator, Header = header, ColumnNames = columnNames, Cancellation = NotebookHost.Token, Progress = progress.Report,
        });
        progress.Done();
        return frame;
    }

    /// <summary>Reads a file of delimited text as the options say.</summary>
    /// <param name="filename">The file.</param>
    /// <param name="options">How, and which types columns have.</param>
    /// <exception cref="DataFormatException">
    /// The file cannot be read, or is no such table; the message says where and why.
    /// </exception>
    public static DataFrame LoadCsv(string filename, DelimitedOptions options)
    {
        TypedColumns columns = Csv.Read(filename, options);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return new DataFrame(columns.Select(column =>
        {
            string name = column.Name;
            for (int i = 2; !taken.Add(name); i++) name = FormattableString.Invariant($"{column.Name}_{i}");
            return ColumnOf(name, column);
        }));
    }

    /// <summary>
    /// Writes a frame as delimited text, UTF-8, numbers with all their digits; a missing value is an empty field.
    /// </summary>
    /// <param name="dataFrame">What to write.</param>
    /// <param name="path">
    /// The file; its former content stays until the new one is whole. A name that ends in .gz is packed.
    /// </param>
    /// <param name="separator">What separates columns.</param>
    /// <param name="header">Whether the first line names the columns.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <example><code>DataFrame.SaveCsv(table, "table.csv");</code></example>
    public static void SaveCsv(DataFrame dataFrame, string path, char separator = ',', bool header = true)
    {
        ArgumentNullException.ThrowIfNull(dataFrame);
        OutputFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
            string Line(Func<DataFrameColumn, string?> text) => string.Join(separator, dataFrame.Columns.Select(column => Quoted(text(column), separator)));
            if (header) writer.WriteLine(Line(column => column.Name));
            for (int row = 0; row < dataFrame.Rows.Count; row++) writer.WriteLine(Line(column => column.TextOf(row)));
        });
    }

    private static DataFrameColumn ColumnOf(string name, TypedColumn column) => column switch
    {
        TypedColumn<bool> { Values: var values } => new PrimitiveDataFrameColumn<bool>(name, values, column.Present),
        TypedColumn<int> { Values: var values } => new PrimitiveDataFrameColumn<int>(name, values, column.Present),
        TypedColumn<long> { Values: var values } => new PrimitiveDataFrameColumn<long>(name, values, column.Present),
        TypedColumn<float> { Values: var values } => new PrimitiveDataFrameColumn<float>(name, values, column.Present),
        TypedColumn<double> { Values: var values } => new PrimitiveDataFrameColumn<double>(name, values, column.Present),
        TypedColumn<DateTime> { Values: var values } => new PrimitiveDataFrameColumn<DateTime>(name, values, column.Present),
        TypedColumn<string> { Values: var values } => new StringDataFrameColumn(name, values),
        _ => throw new System.Diagnostics.UnreachableException($"No column of {column.Type}."),
    };

    // RFC 4180; text that would read as missing, or as another type, is quoted too: "" is empty text, nothing is none.
    private static string Quoted(string? text, char separator)
    {
        if (text is null) return "";
        bool needs = text.Length == 0 || text.AsSpan().IndexOfAny("\"\r\n") >= 0 || text.Contains(separator) || text[0] is ' ' or '\t' || text[^1] is ' ' or '\t'
            || DelimitedOptions.UsualMissing.Contains(text);
        return needs ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
