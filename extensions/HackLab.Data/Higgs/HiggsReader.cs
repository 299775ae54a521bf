using System.Globalization;
using HackLab.Data.Delimited;

namespace HackLab.Data.Higgs;

/// <summary>
/// Turns a table of 29 columns into HIGGS data: finds the label, checks it, and puts the features in their order.
/// </summary>
internal static class HiggsReader
{
    internal const int Columns = 29;

    internal static TabularData ToData(NumberRows<float> table, string name, LabelColumn labelColumn)
    {
        // [0] is the label's column, then those of the features.
        int[] order = table.Header is not null ? OrderByHeader(table, labelColumn) : OrderWithout(table, labelColumn);
        int d = Columns - 1, at = 0;
        float[] x = GC.AllocateUninitializedArray<float>(table.Rows * d);
        var y = new int[table.Rows];
        for (int block = 0; block < table.Blocks; block++)
        {
            ReadOnlySpan<float> values = table.Take(block);
            for (int start = 0; start < values.Length; start += Columns, at++)
            {
                ReadOnlySpan<float> row = values.Slice(start, Columns);
                y[at] = row[order[0]] is 0 or 1 ? (int)row[order[0]] : throw NoLabel(table, at, row[order[0]], order[0]);
                for (int j = 0; j < d; j++) x[(at * d) + j] = row[order[j + 1]];
            }
        }
        return new TabularData(name, HiggsSchema.Features, x, y, HiggsSchema.ClassNames);
    }

    private static DataFormatException NoLabel(NumberRows<float> table, int row, float label, int column) => new(
        table.File, "0 (background) or 1 (signal)", label.ToString(CultureInfo.InvariantCulture),
        "Correct the row, or say where the label is: pass LabelColumn.First or LabelColumn.Last.",
        LineOf(table, row), string.Create(CultureInfo.InvariantCulture, $"{column + 1} (label)"));

    // By name, in any order; the published spellings ("lepton pT", "jet 1 b-tag") count as ours.
    private static int[] OrderByHeader(NumberRows<float> table, LabelColumn labelColumn)
    {
        string[] wanted = [HiggsSchema.Label, .. HiggsSchema.Features.Select(f => f.Name)];
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int j = 0; j < Columns; j++)
        {
            string given = table.Header![j];
            string? known = wanted.FirstOrDefault(w => Spelling(w) == Spelling(given));
            string where = string.Create(CultureInfo.InvariantCulture, $"{j + 1} ({given})");
            if (known is null)
            {
                string missing = string.Join(", ", wanted.Where(w => !table.Header.Any(h => Spelling(h) == Spelling(w))));
                throw new DataFormatException(
                    table.File, $"a name of the HIGGS set; without a column yet: {missing}", $"'{given}'",
                    "Rename the column, or remove the header.", 1, where);
            }
            if (!at.TryAdd(known, j))
                throw new DataFormatException(
                    table.File, "every name once", $"'{given}' twice", "Rename one of the columns.", 1, where);
        }
        int label = at[HiggsSchema.Label];
        if ((labelColumn == LabelColumn.First && label != 0) || (labelColumn == LabelColumn.Last && label != Columns - 1))
        {
            throw new DataFormatException(
                table.File,
                $"the label in the {(labelColumn == LabelColumn.First ? "first" : "last")} column, as asked for",
                string.Create(CultureInfo.InvariantCulture, $"it in column {label + 1}"),
                "Leave LabelColumn out: the header says where it is.", 1);
        }
        return [.. wanted.Select(w => at[w])];
    }

    private static int[] OrderWithout(NumberRows<float> table, LabelColumn labelColumn)
    {
        if (labelColumn == LabelColumn.Find) labelColumn = Find(table);
        return labelColumn == LabelColumn.First
            ? [.. Enumerable.Range(0, Columns)]
            : [Columns - 1, .. Enumerable.Range(0, Columns - 1)];
    }

    // No feature at either end can be taken for a label by chance in more than a few rows: lepton_pT is never 0 and m_wwbb
    // never 0. So both ends can look like labels only in tiny files, and then the question goes back to the caller.
    private static LabelColumn Find(NumberRows<float> table)
    {
        (int first, float firstValue) = FirstOther(table, 0);
        (int last, float lastValue) = FirstOther(table, Columns - 1);
        if (first < 0 && last >= 0) return LabelColumn.First;
        if (last < 0 && first >= 0) return LabelColumn.Last;
        if (first < 0)
        {
            throw new DataFormatException(
                table.File, "the label in the first or in the last column", "only 0 and 1 in both",
                "Say which it is: pass LabelColumn.First or LabelColumn.Last.");
        }
        // The end that holds labels for longer is the likelier one: name the row that breaks it.
        (int row, float value, int column) = first >= last ? (first, firstValue, 0) : (last, lastValue, Columns - 1);
        throw new DataFormatException(
            table.File, "0 (background) or 1 (signal) in every row of the first or the last column",
            value.ToString(CultureInfo.InvariantCulture),
            "Correct the row, or say where the label is: pass LabelColumn.First or LabelColumn.Last.",
            LineOf(table, row), (column + 1).ToString(CultureInfo.InvariantCulture));
    }

    // The first row in which the column holds no label, and what it holds; -1 if all are labels.
    private static (int Row, float Value) FirstOther(NumberRows<float> table, int column)
    {
        for (int block = 0, row = 0; block < table.Blocks; block++)
        {
            ReadOnlySpan<float> values = table.Block(block);
            for (int at = column; at < values.Length; at += Columns, row++)
            {
                if (values[at] is not (0 or 1)) return (row, values[at]);
            }
        }
        return (-1, 0);
    }

    // Empty lines stand at the end only, so rows and lines count alike.
    private static long LineOf(NumberRows<float> table, int row) => row + (table.Header is null ? 1 : 2);

    private static string Spelling(string name)
    {
        string letters = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return letters == "classlabel" ? HiggsSchema.Label : letters;
    }
}
