using System.Globalization;

namespace HackLab.Data.Display;

/// <summary>The words of a table: every value formatted as its column asks, and where it stands.</summary>
internal sealed class TableCells
{
    internal TableCells(Table table)
    {
        int columns = table.Columns.Count;
        Alignment = new Align[columns];
        Text = [.. table.Rows.Select(_ => new string[columns])];
        for (int j = 0; j < columns; j++)
        {
            TableColumn column = table.Columns[j];
            string decimals = DecimalsFor(table, j);
            bool numbers = table.Rows.Any(row => row[j] is not null) && table.Rows.All(row => row[j] is null || IsNumber(row[j]!));
            Alignment[j] = column.Align != Align.Auto ? column.Align : numbers ? Align.Right : Align.Left;
            for (int i = 0; i < Text.Length; i++) Text[i][j] = Format(table.Rows[i][j], column.Format, decimals);
        }
    }

    /// <summary>The formatted values, [row][column].</summary>
    internal string[][] Text { get; }

    /// <summary>Left, right or centre per column.</summary>
    internal Align[] Alignment { get; }

    // One format for a whole column, so that the decimal points stand below each other.
    private static string DecimalsFor(Table table, int column)
    {
        foreach (IReadOnlyList<object?> row in table.Rows)
        {
            double size = row[column] switch { float f => Math.Abs(f), double d => Math.Abs(d), _ => 0 };
            if (double.IsFinite(size) && (size >= 1e6 || (size > 0 && size < 5e-4))) return "G4";
        }
        return "F3";
    }

    private static string Format(object? value, string? format, string decimals)
    {
        string text = value switch
        {
            null => "",
            float or double when format is null => ((IFormattable)value).ToString(decimals, CultureInfo.InvariantCulture),
            sbyte or byte or short or ushort or int or uint or long or ulong when format is null
                => ((IFormattable)value).ToString("N0", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text is "-0.000" ? "0.000" : text;
    }

    private static bool IsNumber(object value) =>
        value is float or double or decimal or sbyte or byte or short or ushort or int or uint or long or ulong;
}
