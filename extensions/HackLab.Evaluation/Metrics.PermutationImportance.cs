using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Evaluation.Internals;
using HackLab.Learning;
using HackLab.Simulation.Numerics;

namespace HackLab.Evaluation;

/// <summary>
/// Permutation importance (L. Breiman, 2001; A. Fisher, C. Rudin, F. Dominici, 2019): shuffle one feature among rows and see how
/// much worse the model gets.
/// </summary>
public static partial class Metrics
{
    /// <summary>How much a metric falls when one feature after the other is shuffled; for any model.</summary>
    /// <param name="x">Features, row after row, shape [n, d]; best of rows that the model was not fitted on.</param>
    /// <param name="features">What each feature is called, d names.</param>
    /// <param name="metric">What to measure on features of shape [n, d], higher being better; it must not keep the array.</param>
    /// <param name="repeats">How often each feature is shuffled, at least 1.</param>
    /// <param name="seed">Another seed shuffles otherwise.</param>
    /// <param name="metricName">What the metric is called in the table.</param>
    /// <returns>One row per feature; an interrupted cell keeps the features done.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, fewer than two rows, or no repeats.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before the first feature was done.</exception>
    /// <example><code>Metrics.PermutationImportance(test.X, names, x => Metrics.Auc(test.Y, network.Score(x)))</code></example>
    public static PermutationImportance PermutationImportance(
        float[] x, IReadOnlyList<string> features, Func<float[], double> metric, int repeats = 5, int seed = 42,
        string metricName = "the metric")
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(metric);
        int d = features.Count;
        if (d == 0 || x.Length % d != 0)
        {
            throw new ArgumentException(
                $"x holds {x.Length} values, which is no whole number of rows of {d} features.", nameof(x));
        }
        int n = x.Length / d;
        if (n < 2)
        {
            throw new ArgumentException(
                $"At least two rows are needed to shuffle values among them; there are {n}.", nameof(x));
        }
        if (repeats < 1)
        {
            throw new ArgumentException(
                $"At least one shuffle per feature is needed, but repeats is {repeats}.", nameof(repeats));
        }
        CancellationToken token = NotebookHost.Token;
        float[] shuffled = (float[])x.Clone(), column = new float[n];
        double baseline = metric(shuffled);
        var found = new List<ShuffledFeature>();
        for (int j = 0; j < d; j++)
        {
            var falls = new double[repeats];
            for (int r = 0; r < repeats; r++)
            {
                if (token.IsCancellationRequested && found.Count > 0)
                {
                    return new PermutationImportance(metricName, baseline, found);
                }
                token.ThrowIfCancellationRequested();
                for (int i = 0; i < n; i++) column[i] = x[(i * d) + j];
                // A stream per feature and shuffle: leaving a feature out changes no other.
                new SeededRandom(seed, ((long)j * repeats) + r + 1).Shuffle(column.AsSpan());
                for (int i = 0; i < n; i++) shuffled[(i * d) + j] = column[i];
                falls[r] = baseline - metric(shuffled);
            }
            for (int i = 0; i < n; i++) shuffled[(i * d) + j] = x[(i * d) + j];
            double mean = falls.Average();
            double std = Math.Sqrt(falls.Average(fall => (fall - mean) * (fall - mean)));
            found.Add(new ShuffledFeature(features[j], mean, std, falls));
        }
        return new PermutationImportance(metricName, baseline, found);
    }

    /// <summary>
    /// How much the area under the ROC curve of a classifier falls when one feature after the other is shuffled; the accuracy for
    /// more than two classes.
    /// </summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="data">Rows with the features it was fitted on, best not the rows it was fitted on.</param>
    /// <param name="repeats">How often each feature is shuffled, at least 1.</param>
    /// <param name="seed">Another seed shuffles otherwise.</param>
    /// <returns>One row per feature; an interrupted cell keeps the features done.</returns>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on, or fewer than two rows.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before the first feature was done.</exception>
    /// <example><code>Metrics.PermutationImportance(model, test)   // shown as a table; .ToFigure() as bars</code></example>
    public static PermutationImportance PermutationImportance(IClassifier model, TabularData data, int repeats = 5, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        TabularData With(float[] x) => new(data.Name, data.Features, x, data.Y, data.ClassNames);
        double Area(float[] x) => Auc(data.Y, model.PredictScore(With(x)));
        double Right(float[] x) => Accuracy(data.Y, model.Predict(With(x)));
        return model.ClassNames.Count == 2
            ? PermutationImportance(data.X, Names(data), Area, repeats, seed, "AUC")
            : PermutationImportance(data.X, Names(data), Right, repeats, seed, "accuracy");
    }

    /// <summary>How much R² of a regression falls when one feature after the other is shuffled.</summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="x">Features, row after row, shape [n, d], best not the rows it was fitted on.</param>
    /// <param name="y">True values, shape [n].</param>
    /// <param name="repeats">How often each feature is shuffled, at least 1.</param>
    /// <param name="seed">Another seed shuffles otherwise.</param>
    /// <returns>One row per feature; an interrupted cell keeps the features done.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, or fewer than two rows.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before the first feature was done.</exception>
    /// <example><code>Metrics.PermutationImportance(model, echoes.Real, alpha)</code></example>
    public static PermutationImportance PermutationImportance(
        IRegressor model, float[] x, float[] y, int repeats = 5, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(y);
        return PermutationImportance(x, model.Features, shuffled => R2(y, model.Predict(shuffled)), repeats, seed, "R²");
    }

    private static string[] Names(TabularData data) => [.. data.Features.Select(feature => feature.Name)];
}
