using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts;

/// <summary>Violin plots.</summary>
public static partial class Chart
{
    private const int ViolinPoints = 160;

    /// <summary>One feature by class as violins.</summary>
    /// <param name="data">Labelled rows.</param>
    /// <param name="feature">The feature's exact name.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// No such feature, no rows, a value that is not finite, or a setting out of range.
    /// </exception>
    /// <example><code>Chart.Violin(train, "m_bb")</code></example>
    public static Figure Violin(TabularData data, string feature, BoxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Violin(ByClass(data, feature), Named(data, feature, options));
    }

    /// <summary>
    /// Samples as violins: as thick as values are dense (Gaussian kernels, B. W. Silverman's rule for their width; on a
    /// logarithmic axis over
    /// logarithms), all of equal area, with a box of quartiles and median inside (J. L. Hintze and R. D. Nelson, 1998).
    /// </summary>
    /// <param name="samples">1 to 60 samples, each with at least one value.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// No samples, an empty one, a value that is not finite, or a setting out of range.
    /// </exception>
    /// <example><code>Chart.Violin([new Sample("before", a), new Sample("after", b)], new() { XLabel = "time [s]" })</code></example>
    public static Figure Violin(IReadOnlyList<Sample> samples, BoxOptions? options = null)
    {
        options ??= new BoxOptions();
        var axis = new SampleAxis(samples, options);
        FiveNumbers[] boxes = [.. axis.Sorted.Select(v => new FiveNumbers(v))];
        (double[] At, double[] Density)[] curves = [.. axis.Sorted.Select(v => Thickness(v, axis))];
        double most = curves.Max(c => c.Density.Length == 0 ? 0 : c.Density.Max());
        var marks = new List<Mark>();
        for (int i = 0; i < boxes.Length; i++)
        {
            (double[] at, double[] density) = curves[i];
            Look look = Palette.Of(i);
            double y = i + 0.5;
            if (at.Length > 0)
            {
                double scale = 0.45 / most;
                marks.Add(new Shape([[.. at.Select((x, k) => (x, y - (scale * density[k]))),
                    .. at.Select((x, k) => (x, y + (scale * density[k]))).Reverse()]], boxes[i].Say(axis.Names[i]))
                {
                    Look = look with { Dash = "" },
                });
            }
            marks.AddRange(BoxMarks(boxes[i], i, axis, look with { Fill = Fill.Plain }, 0.12, points: false));
        }
        string title = options.Title ?? $"{axis.Values.Label} by sample";
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}. Violin plots. {string.Join(". ", boxes.Select((b, i) => b.Say(axis.Names[i])))}.",
            Panels = [new Panel(axis.Values, axis.Places, marks)],
            Notes = [.. axis.Notes, "Thickness: density of values, all areas equal; inside: quartiles and median"],
            Text = $"{title}\n{string.Join("\n", boxes.Select((b, i) => $"  {TextPlot.Columns(curves[i].Density, most)}  {b.Say(axis.Names[i])}"))}",
            Width = axis.Width,
            RowHeight = axis.RowHeight,
        });
    }

    /// <summary>The density between the lowest and the highest value shown; nothing if all values are equal.</summary>
    private static (double[] At, double[] Density) Thickness(double[] sorted, SampleAxis axis)
    {
        bool log = axis.Values.Log;
        double[] values = log ? [.. sorted.Select(v => Math.Log(v))] : sorted;
        double h = KernelDensity.Bandwidth(values);
        if (!(h > 0)) return ([], []);
        (double from, double to) = (axis.Within(sorted[0]), axis.Within(sorted[^1]));
        if (log) (from, to) = (Math.Log(from), Math.Log(to));
        double[] at = [.. Enumerable.Range(0, ViolinPoints).Select(i => from + ((to - from) * i / (ViolinPoints - 1)))];
        return (log ? [.. at.Select(v => Math.Exp(v))] : at, KernelDensity.At(values, at));
    }
}
