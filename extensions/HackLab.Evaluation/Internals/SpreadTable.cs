using System.Globalization;
using HackLab.Data;

namespace HackLab.Evaluation.Internals;

/// <summary>One row per metric of many images or lines: mean, smallest, median, largest.</summary>
internal static class SpreadTable
{
    public static Table Of(string caption, string note, params ReadOnlySpan<(string Name, IReadOnlyList<double> Values, string Format)> metrics)
    {
        var rows = new List<object?[]>();
        foreach ((string name, IReadOnlyList<double> values, string format) in metrics)
        {
            double[] sorted = [.. values.Order()];
            string Said(double value) => value.ToString(format, CultureInfo.InvariantCulture);
            rows.Add([name, Said(values.Average()), Said(sorted[0]), Said(Quantile.Of(sorted, 0.5)), Said(sorted[^1])]);
        }
        return new Table(
            caption,
            [
                new TableColumn(""), new TableColumn("mean", Align.Right), new TableColumn("smallest", Align.Right),
                new TableColumn("median", Align.Right), new TableColumn("largest", Align.Right),
            ],
            rows, note);
    }
}
