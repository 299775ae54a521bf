using System.Globalization;
using HackLab.Data.Delimited;

namespace HackLab.Data.Higgs;

/// <summary>Turns a table of 29 columns into HIGGS data: finds the label, checks it, and puts the features in their order.</summary>
internal static class HiggsReader
{
    internal const int Columns = 29;

    internal static TabularData ToData(NumberTable table, string name, LabelColumn labelColumn)
    {
        int[] order = table.Header is not null ? OrderByHeader(table, labelColumn) : OrderWithout(table, labelColumn); // [0] label, then features
        int rows = table.Rows, d = Columns - 1;
        var x = new float[rows * d];
        var y = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<float> row = table.Values.AsSpan(i * Columns, Columns);
            float label = row[order[0]];
            if (label is not (0 or 1))
            {
                throw new DataFormatException(
                    table.File, "0 (background) or 1 (signal)", label.ToString(CultureInfo.InvariantCulture),
                    "Correct the row, or say where the label is: pass LabelColumn.First or LabelColumn.Last.",
                    LineOf(table, i), string.Create(CultureInfo.InvariantCulture, $"{order[0] + 1} (label)"));
            }
            y[i] = (int)label;
            for (int j = 0; j < d; j++) x[(i * d) + j] = row[order[j + 1]];
        }
        return new TabularData(name, HiggsSchema.Features, x, y, HiggsSchema.ClassNames);
    }

    // By name, in any order; the published spellings ("lepton pT", "jet 1 b-tag") count as ours.
    private static int[] OrderByHeader(NumberTable table, LabelColumn labelColumn)
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
                    table.File, $"a name of the HIGGS set; without a column yet: {missing}", $"'{given}'", "Rename the column, or remove the header.", 1, where);
            }
            if (!at.TryAdd(known, j))
                throw new DataFormatException(table.File, "every name once", $"'{given}' twice", "Rename one of the columns.", 1, where);
        }
        int label = at[HiggsSchema.Label];
        if ((labelColumn == LabelColumn.First && label != 0) || (labelColumn == LabelColumn.Last && label != Columns - 1))
        {
            throw new DataFormatException(
                table.File, $"the label in the {(labelColumn == LabelColumn.First ? "first" : "last")} column, as asked for",
                string.Create(CultureInfo.InvariantCulture, $"it in column {label + 1}"), "Leave LabelColumn out: the header says where it is.", 1);
        }
        return [.. wanted.Select(w => at[w])];
    }

    private static int[] OrderWithout(NumberTable table, LabelColumn labelColumn)
    {
        if (labelColumn == LabelColumn.Find) labelColumn = Find(table);
        return labelColumn == LabelColumn.First
            ? [.. Enumerable.Range(0, Columns)]
            : [Columns - 1, .. Enumerable.Range(0, Columns - 1)];
    }

    // No feature at either end can be taken for a label by chance in more than a few rows: lepton_pT is never 0 and m_wwbb
    // never 0. So both ends can look like labels only in tiny files, and then the question goes back to the caller.
    private static LabelColumn Find(NumberTable table)
    {
        int first = FirstOther(table, 0), last = FirstOther(table, Columns - 1);
        if (first < 0 && last >= 0) return LabelColumn.First;
        if (last < 0 && first >= 0) return LabelColumn.Last;
        if (first < 0)
        {
            throw new DataFormatException(
                table.File, "the label in the first or in the last column", "only 0 and 1 in both", "Say which it is: pass LabelColumn.First or LabelColumn.Last.");
        }
        // The end that holds labels for longer is the likelier one: name the row that breaks it.
        (int row, int column) = first >= last ? (first, 0) : (last, Columns - 1);
        throw new DataFormatException(
            table.File, "0 (background) or 1 (signal) in every row of the first or the last column",
            table.Values[(row * Columns) + column].ToString(CultureInfo.InvariantCulture),
            "Correct the row, or say where the label is: pass LabelColumn.First or LabelColumn.Last.",
            LineOf(table, row), (column + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static int FirstOther(NumberTable table, int column)
    {
        for (int i = 0; i < table.Rows; i++)
        {
            if (table.Values[(i * Columns) + column] is not (0 or 1)) return i;
        }
        return -1;
    }

    // Empty lines stand at the end only, so rows and lines count alike.
    private static long LineOf(NumberTable table, int row) => row + (table.Header is null ? 1 : 2);

    private static string Spelling(string name)
    {
        string letters = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return letters == "classlabel" ? HiggsSchema.Label : letters;
    }
}
