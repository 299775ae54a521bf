using System.Numerics;

namespace HackLab.Data.Delimited;

/// <summary>
/// Reads files of numbers in columns: tab, comma, semicolon or space between them, with or without a line of names, plain or
/// gzip (told by the first bytes, not by the file's name). The text must be UTF-8; numbers are written with a point.
/// <see cref="Csv"/> reads files that hold other things, too.
/// </summary>
/// <remarks>
/// The first line is a header if no field of it is a number. Blanks around a number are ignored, and it may be quoted. Only the
/// end of the file may have empty lines. Numbers are those of <c>float.Parse</c> or <c>double.Parse</c>, bit for bit. While it
/// reads, hardly more memory is used than the numbers take.
/// </remarks>
public static class DelimitedReader
{
    /// <summary>Reads all numbers of a file as floats.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How; null finds out everything that can be found out.</param>
    /// <returns>The numbers, shape [rows, columns], at least one row.</returns>
    /// <exception cref="DataFormatException">
    /// The file cannot be read, or is not such a table; the message says where and why.
    /// </exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    /// <example><code>NumberTable table = DelimitedReader.Read("scores.csv");</code></example>
    public static NumberTable Read(string path, DelimitedOptions? options = null) => AsTable(Read<float>(path, options));

    /// <summary>Reads all numbers of a file, as floats or as doubles.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <inheritdoc cref="Read(string, DelimitedOptions?)"/>
    /// <exception cref="NotSupportedException">T is another type.</exception>
    /// <example><code>double[] values = DelimitedReader.Read&lt;double&gt;("orbits.csv").Values;</code></example>
    public static NumberTable<T> Read<T>(string path, DelimitedOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"Numbers are read as float or double, not as {typeof(T).Name}.");
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new DelimitedOptions();
        return options.Cache is { } cache ? TextFile.Guard(path, () => cache.Read<T>(path, options))
            : Read<T, NumberTable<T>>(path, options, AsTable);
    }

    /// <summary>Reads all numbers of a file, and makes something else of them than a table.</summary>
    internal static TResult Read<T, TResult>(string path, DelimitedOptions options, Func<NumberRows<T>, TResult> make)
        where T : unmanaged, IFloatingPointIeee754<T> => TextFile.Guard(path, () =>
        {
            using var file = new TextFile(path);
            return Parse(file.Text, path, options, file.BlockSize, () => file.Fraction, make);
        });

    /// <summary>Reads all numbers of a stream, which is not compressed.</summary>
    internal static NumberTable Read(Stream text, string name, DelimitedOptions options) =>
        AsTable(Read(text, name, options, AsTable));

    /// <summary>Reads all numbers of a stream, which is not compressed, and makes something else of them than a table.</summary>
    internal static TResult Read<TResult>(Stream text, string name, DelimitedOptions options, Func<NumberRows<float>, TResult> make) =>
        Parse(text, name, options, TextBlocks.BlockSize, () => 0, make);

    private static TResult Parse<T, TResult>(
        Stream text, string name, DelimitedOptions options, int blockSize, Func<double> fraction, Func<NumberRows<T>, TResult> make)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var blocks = new TextBlocks(text, name, options);
        var first = new TextBlock(blockSize);
        blocks.Next(first);
        TableLayout layout = TableLayout.Read(first, blocks.Dialect, name, options, numbersOnly: true);
        var arenas = new List<NativeArena>();
        try
        {
            List<NumberBlock> parsed = new BlockWorkers<NumberBlock>(blocks, options, fraction).Run(first, () =>
            {
                var arena = new NativeArena();
                lock (arenas) arenas.Add(arena);
                return new NumberBlockParser<T>(layout, arena, options.Missing).Parse;
            });
            var rows = new NumberRows<T>(name, layout, parsed);
            if (rows.Rows > 0) return make(rows);
            throw new DataFormatException(
                name, "rows of numbers after the header", "the end of the file", "Fetch or write the file again.", first.FirstLine);
        }
        finally
        {
            arenas.ForEach(arena => arena.Dispose());
        }
    }

    private static NumberTable<T> AsTable<T>(NumberRows<T> rows)
        where T : unmanaged => new(rows.File, rows.Header, rows.Delimiter, rows.Columns, rows.TakeAll());

    private static NumberTable AsTable(NumberTable<float> table) =>
        new(table.File, table.Header, table.Delimiter, table.Columns, table.Values);
}
