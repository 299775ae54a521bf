using System.Globalization;
using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// A map of rows in the plane by t-SNE: neighbours stay neighbours, while distances between far groups mean nothing (van der
/// Maaten and Hinton, 2008, JMLR 9). Points repel each other over all pairs, so a step grows with n²: up to some 5,000 rows it
/// takes seconds, 20,000 minutes. It is no model: new rows need a new map.
/// </summary>
public sealed class TSne
{
    internal TSne(float[] points, double divergence, int iterations, StopReason stopped) =>
        (Points, KlDivergence, Iterations, Stopped) = (points, divergence, iterations, stopped);

    /// <summary>The place of each row in the plane, shape [n, 2].</summary>
    public float[] Points { get; }

    /// <summary>Σ p log(p / q), how much the map's neighbours q differ from the rows' neighbours p: 0 for a perfect map.</summary>
    public double KlDivergence { get; }

    /// <summary>The steps it took.</summary>
    public int Iterations { get; }

    /// <summary>Why it ended.</summary>
    public StopReason Stopped { get; }

    /// <summary>Makes the map; the classes of the rows are not used.</summary>
    /// <param name="data">At least four rows, all values finite. Of more than 50 features give their <see cref="Pca"/>.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The map; an interrupted cell keeps what was reached. A notebook shows a progress bar after a second.</returns>
    /// <exception cref="ArgumentException">Too few rows, values that are not finite, or a setting out of range.</exception>
    /// <example><code>TSne map = TSne.Fit(digits); float[] places = map.Points;   // x0, y0, x1, y1, …</code></example>
    public static TSne Fit(TabularData data, TSneOptions? options = null)
    {
        FitInput.CheckFinite(data);
        options ??= new TSneOptions();
        if (data.Count < 4) throw new ArgumentException($"{data.Name} has {data.Count} rows; a map takes at least four.", nameof(data));
        if (!(options.Perplexity >= 2 && options.Perplexity < data.Count))
            throw FitInput.Setting("Perplexity", options.Perplexity, $"must be at least 2 and below {data.Count}, the number of rows");
        if (options.MaxIterations < 250) throw FitInput.Setting("MaxIterations", options.MaxIterations, "must be at least 250");
        if (options.LearningRate is { } rate && !(rate > 0 && double.IsFinite(rate))) throw FitInput.Setting("LearningRate", rate, "must be above 0");
        return new TSneSolver(data, options, NotebookHost.Token).Run();
    }

    /// <summary>Makes the map of plain rows.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite, at least four rows.</param>
    /// <param name="columns">d, the number of features.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, too few rows, values that are not finite, or a setting out of range.</exception>
    public static TSne Fit(float[] x, int columns, TSneOptions? options = null) => Fit(FitInput.Rows(x, columns), options);

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"t-SNE of {Points.Length / 2} rows: divergence {KlDivergence:0.000} after {Iterations} steps");
}
