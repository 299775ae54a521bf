using System.Globalization;
using System.Text;

namespace HackLab.Data;

/// <summary>
/// A file does not hold what it should. The message says where (file, line, column), what was expected, what was found, and
/// what to do about it; the same facts are properties.
/// </summary>
public sealed class DataFormatException : IOException
{
    /// <summary>Says what is wrong with a file.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="expected">What should have been there.</param>
    /// <param name="found">What was there.</param>
    /// <param name="advice">What to do, as a sentence.</param>
    /// <param name="line">The line, from 1; 0 if it is about the whole file.</param>
    /// <param name="column">The column's name or number; empty if it is about the whole line.</param>
    /// <param name="inner">The exception that told of it, if any.</param>
    public DataFormatException(
        string file, string expected, string found, string advice, long line = 0, string column = "", Exception? inner = null)
        : base(Compose(file, expected, found, advice, line, column), inner) =>
        (File, Expected, Found, Advice, Line, Column) = (file, expected, found, advice, line, column);

    /// <summary>The file's path.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 if it is about the whole file.</summary>
    public long Line { get; }

    /// <summary>The column's name or number; empty if it is about the whole line.</summary>
    public string Column { get; }

    /// <summary>What should have been there.</summary>
    public string Expected { get; }

    /// <summary>What was there.</summary>
    public string Found { get; }

    /// <summary>What to do.</summary>
    public string Advice { get; }

    private static string Compose(string file, string expected, string found, string advice, long line, string column)
    {
        var text = new StringBuilder(file);
        if (line > 0) text.Append(CultureInfo.InvariantCulture, $", line {line}");
        if (column.Length > 0) text.Append(CultureInfo.InvariantCulture, $", column {column}");
        return text.Append(CultureInfo.InvariantCulture, $": expected {expected}, found {found}. {advice}").ToString();
    }
}
