using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts.Internals;

/// <summary>How many points lie in each small cell of a panel, for clouds of too many points to draw.</summary>
internal sealed class Density
{
    private readonly Axis _x, _y;
    private readonly int _columns, _rows;

    /// <summary>Counts points into cells that are even on both axes, logarithmic ones too.</summary>
    public Density(Series points, Axis x, Axis y, int columns, int rows)
    {
        (_x, _y, _columns, _rows) = (x, y, columns, rows);
        Counts = new int[rows * columns];
        (double[] xs, double[] ys) = (Input.Flat(points.X), Input.Flat(points.Y));
        for (int i = 0; i < xs.Length; i++)
        {
            if (Cell(xs[i], ys[i]) is { } cell) Counts[cell]++;
            else Outside++;
        }
    }

    /// <summary>The counts, first row at the top, shape [rows, columns].</summary>
    public int[] Counts { get; }

    /// <summary>How many points lie beyond the axes.</summary>
    public long Outside { get; }

    public int Most => Counts.Max();

    /// <summary>
    /// The mean of a value of each point over the points of each cell; NaN where there are none. Shape [rows, columns].
    /// </summary>
    public double[] Means(Series points, IReadOnlyList<double> values)
    {
        double[] sums = new double[Counts.Length], known = new double[Counts.Length];
        for (int i = 0; i < points.X.Count; i++)
        {
            if (Cell(points.X[i], points.Y[i]) is not { } cell || !double.IsFinite(values[i])) continue;
            sums[cell] += values[i];
            known[cell]++;
        }
        return [.. sums.Select((sum, cell) => known[cell] > 0 ? sum / known[cell] : double.NaN)];
    }

    /// <summary>The cells as a picture: paper where there are none, so that every single point is seen.</summary>
    /// <param name="colours">What the colours stand for.</param>
    /// <param name="values">The number behind each cell's colour; null for the counts.</param>
    public Raster ToMark(ColourAxis colours, double[]? values = null)
    {
        var samples = new ushort[Counts.Length * 3];
        for (int i = 0; i < Counts.Length; i++)
        {
            Rgb colour = Counts[i] == 0 ? new Rgb(255, 255, 255) : colours.Of(values is null ? Counts[i] : values[i]);
            (samples[3 * i], samples[(3 * i) + 1], samples[(3 * i) + 2]) = (colour.R, colour.G, colour.B);
        }
        return new Raster(_x.At(0), _y.At(1), _x.At(1), _y.At(0), new RasterImage(_columns, _rows, 3, 8, samples), "");
    }

    /// <summary>The cell a point lies in; null beyond the axes.</summary>
    private int? Cell(double x, double y)
    {
        (double px, double py) = (_x.Place(x), _y.Place(y));
        if (px is < 0 or > 1 || py is < 0 or > 1) return null;
        return (Math.Min(_rows - 1, (int)((1 - py) * _rows)) * _columns) + Math.Min(_columns - 1, (int)(px * _columns));
    }

    /// <summary>An axis over most of the values: it stops before thin tails that would take more than two thirds of it.</summary>
    public static Axis Bulk(string label, IReadOnlyList<double> values, Scale scale)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        bool log = scale == Scale.Log;
        double Stretch(double v) => log ? Math.Log(v) : v;
        (double from, double to) = Binning.Central(sorted);
        bool tails = Stretch(to) - Stretch(from) < (Stretch(sorted[^1]) - Stretch(sorted[0])) / 3 && to > from;
        if (!tails) (from, to) = (sorted[0], sorted[^1]);
        return log ? Axis.AroundLog(label, from, to, 0.02) : Axis.Around(label, from, to, 0.02);
    }
}
