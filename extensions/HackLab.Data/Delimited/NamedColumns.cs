using System.Globalization;

namespace HackLab.Data.Delimited;

/// <summary>Reads tables in which certain columns must be, by their names; others may stand beside them, in any order.</summary>
internal static class NamedColumns
{
    private const int HeaderShown = 200;

    /// <summary>Reads a file that has a header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="types">The columns it must have, each once, and the types of their values.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="DataFormatException">
    /// A column is not there or there twice, a value is of another type or infinite, or the file cannot be read at all.
    /// </exception>
    internal static TypedColumns Read(string path, IReadOnlyDictionary<string, ColumnType> types, DelimitedOptions options)
    {
        options = options with { Header = true, Types = null };
        string[] header = TextFile.Guard(path, () => HeaderOf(path, options));
        foreach (string name in types.Keys)
        {
            if (header.Count(given => given == name) == 1) continue;
            string names = string.Join(", ", header), found = names.Length > HeaderShown ? names[..HeaderShown] + "…" : names;
            throw new DataFormatException(path, $"a header with the columns {string.Join(", ", types.Keys)}, each once", found,
                $"Is it the right file? Column '{name}' is not there, or there twice.", column: name);
        }
        TypedColumns table = Csv.Read(path, options with { Types = types });
        foreach (string name in types.Keys)
        {
            if (table[name] is TypedColumn<float> column) CheckFinite(path, column);
        }
        return table;
    }

    // Csv takes inf for a number, as other programs write it; no table read here has a use for it.
    private static void CheckFinite(string path, TypedColumn<float> column)
    {
        for (int row = 0; row < column.Count; row++)
        {
            if (float.IsFinite(column.Values[row]) || column.IsMissing(row)) continue;
            throw new DataFormatException(path, "finite numbers",
                string.Create(CultureInfo.InvariantCulture, $"{column.Values[row]} in row {row + 1}"),
                "Correct or remove the row.",
                column: column.Name);
        }
    }

    private static string[] HeaderOf(string path, DelimitedOptions options)
    {
        using var file = new TextFile(path);
        var blocks = new TextBlocks(file.Text, path, options);
        var first = new TextBlock(file.BlockSize);
        blocks.Next(first);
        return TableLayout.Read(first, blocks.Dialect, path, options, numbersOnly: false).Header!;   // as the options demand
    }
}
