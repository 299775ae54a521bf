using System.Globalization;
using HackLab.Data.Display;

namespace HackLab.Data;

/// <summary>How the data show themselves: the first rows, and the numbers that describe each feature.</summary>
public sealed partial class TabularData
{
    private const int RowsShown = 5;

    /// <summary>The first rows as a table, the class in words first, with a line that says how many rows follow.</summary>
    /// <param name="rows">How many, at least 0; fewer are shown if there are fewer.</param>
    public Table Head(int rows = RowsShown)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        int shown = Math.Min(rows, Count);
        TableColumn[] columns = [new(ClassColumn), .. Features.Select(f => new TableColumn(f.Name, Align.Right))];
        var cells = new List<object?[]>(shown);
        for (int i = 0; i < shown; i++)
        {
            var line = new object?[columns.Length];
            line[0] = ClassNames[Y[i]];
            for (int j = 0; j < FeatureCount; j++) line[j + 1] = Row(i)[j];
            cells.Add(line);
        }
        int more = Count - shown;
        string note = more == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{more:N0} more {(more == 1 ? "row" : "rows")}");
        return new Table(Headline(), columns, cells, note);
    }

    /// <summary>Count, mean, standard deviation, smallest, quartiles and largest value of each feature.</summary>
    /// <param name="byClass">One line per feature and class instead of one per feature.</param>
    /// <returns>A table; the numbers themselves come from <see cref="Statistics"/>.</returns>
    public Table Summary(bool byClass = false)
    {
        List<TableColumn> columns = [new("feature"), new("unit")];
        if (byClass) columns.Add(new TableColumn("class"));
        columns.AddRange([new("count"), new("mean"), new("std"), new("min"), new("25 %"), new("50 %"), new("75 %"), new("max")]);
        var rows = new List<object?[]>();
        foreach (Feature feature in Features)
        {
            int groups = byClass ? ClassNames.Count : 1;
            for (int label = 0; label < groups; label++)
            {
                Statistics s = Statistics.Of(byClass ? Column(feature.Name, label) : Column(feature.Name));
                List<object?> row = [feature.Name, feature.Unit];
                if (byClass) row.Add(ClassNames[label]);
                // Scaled columns have a mean of zero but for rounding in float, which a reader should not have to decode.
                double mean = Math.Abs(s.Mean) < s.Std * 1e-6 ? 0 : s.Mean;
                row.AddRange([s.Count, mean, s.Std, s.Min, s.Quartile1, s.Median, s.Quartile3, s.Max]);
                rows.Add([.. row]);
            }
        }
        return new Table(Headline(), columns, rows);
    }

    /// <inheritdoc/>
    public string ToHtml() => Head().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Head().ToText();

    /// <summary>Name, size and class counts in one line.</summary>
    public override string ToString() => Headline();

    private string Headline()
    {
        int[] counts = ClassCounts();
        string classes = string.Join(", ", ClassNames.Select((name, c) => string.Create(CultureInfo.InvariantCulture, $"{counts[c]:N0} {name}")));
        return string.Create(CultureInfo.InvariantCulture, $"{Name}: {Count:N0} rows × {FeatureCount} {(FeatureCount == 1 ? "feature" : "features")} ({classes})");
    }
}
