using System.Globalization;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How good a clustering is.</summary>
public static partial class Metrics
{
    /// <summary>
    /// The mean silhouette (P. J. Rousseeuw, 1987): for each row (b − a) / max(a, b), a being its mean distance to the other rows
    /// of its cluster and b the smallest mean distance to those of another; 0 for a row alone in its cluster.
    /// </summary>
    /// <param name="x">Features, row after row, all finite, shape [n, d]. On one scale: distances are Euclidean.</param>
    /// <param name="labels">The cluster of each row, 2 to n − 1 different ones, shape [n].</param>
    /// <returns>
    /// Between −1 (in the wrong clusters) and 1 (clusters far apart), as scikit-learn's <c>silhouette_score</c>.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, a value is not finite, or fewer than 2 or more than n − 1 clusters.
    /// </exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>Metrics.Silhouette(data.X, clusters)   // time grows with n²: 10,000 rows take seconds</code></example>
    public static double Silhouette(ReadOnlySpan<float> x, ReadOnlySpan<int> labels) => SilhouettePerRow(x, labels).Average();

    /// <summary>The silhouette of each row.</summary>
    /// <inheritdoc cref="Silhouette"/>
    /// <returns>Shape [n], each between −1 and 1.</returns>
    /// <example><code>double[] s = Metrics.SilhouettePerRow(data.X, clusters);</code></example>
    public static double[] SilhouettePerRow(ReadOnlySpan<float> x, ReadOnlySpan<int> labels)
    {
        if (labels.Length == 0 || x.Length == 0 || x.Length % labels.Length != 0)
        {
            throw new ArgumentException(
                $"x holds {x.Length} values, which is no whole number of features for {labels.Length} labels.", nameof(x));
        }
        for (int i = 0; i < x.Length; i++)
        {
            if (!float.IsFinite(x[i]))
            {
                throw new ArgumentException(
                    $"Value {i} of x is {x[i].ToString(CultureInfo.InvariantCulture)}; every value must be finite.", nameof(x));
            }
        }
        int n = labels.Length;
        (int[] cluster, int clusters) = Clusters(labels);
        if (clusters >= 2 && clusters <= n - 1) return new Silhouettes(x, cluster, clusters).All();
        throw new ArgumentException($"Silhouettes need 2 to n − 1 clusters; there are {clusters} for {n} rows.", nameof(labels));
    }

    /// <summary>
    /// The adjusted Rand index (L. Hubert and P. Arabie, 1985): how often two clusterings agree on whether two rows belong
    /// together, less what chance would give.
    /// </summary>
    /// <param name="y">The cluster or true class of each row, any numbers, shape [n].</param>
    /// <param name="yHat">The other clustering, any numbers, shape [n].</param>
    /// <returns>
    /// 1 for the same clusters under any numbers, about 0 for chance, at least −0.5; as scikit-learn's
    /// <c>adjusted_rand_score</c>.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths differ, or no labels.</exception>
    /// <example><code>Metrics.AdjustedRand([0, 0, 1, 1], [5, 5, 3, 3])   // 1</code></example>
    public static double AdjustedRand(ReadOnlySpan<int> y, ReadOnlySpan<int> yHat)
    {
        BinaryInput.Length(y.Length, yHat.Length, "other labels");
        (int[] a, int rows) = Clusters(y);
        (int[] b, int columns) = Clusters(yHat);
        var both = new Dictionary<(int, int), long>();
        long[] inA = new long[rows], inB = new long[columns];
        for (int i = 0; i < a.Length; i++)
        {
            both[(a[i], b[i])] = both.GetValueOrDefault((a[i], b[i])) + 1;
            inA[a[i]]++;
            inB[b[i]]++;
        }
        // Ordered pairs of different rows, by whether each clustering puts them together.
        double n = a.Length, together = both.Values.Sum(count => (double)count * count);
        double pairsA = inA.Sum(count => (double)count * count), pairsB = inB.Sum(count => (double)count * count);
        double tp = together - n, fp = pairsB - together, fn = pairsA - together, tn = (n * n) - pairsA - pairsB + together;
        if (fp == 0 && fn == 0) return 1;
        return 2 * ((tp * tn) - (fn * fp)) / (((tp + fn) * (fn + tn)) + ((tp + fp) * (fp + tn)));
    }

    /// <summary>The clusters numbered from 0 on, and how many there are.</summary>
    private static (int[] Cluster, int Count) Clusters(ReadOnlySpan<int> labels)
    {
        var numbers = new Dictionary<int, int>();
        var cluster = new int[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            if (!numbers.TryGetValue(labels[i], out cluster[i])) numbers.Add(labels[i], cluster[i] = numbers.Count);
        }
        return (cluster, numbers.Count);
    }
}
