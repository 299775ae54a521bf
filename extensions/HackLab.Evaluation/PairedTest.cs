using HackLab.Data.Hosting;
using HackLab.Evaluation.Internals;
using HackLab.Simulation.Numerics;

namespace HackLab.Evaluation;

/// <summary>
/// Whether two models differ by more than chance, both judged on the same rows. A p-value is how often chance alone would show at
/// least such a difference, in either direction, if the two were equally good.
/// </summary>
public static partial class PairedTest
{
    // A test that was interrupted earlier says too little.
    private const int FewestShuffles = 100;

    /// <summary>
    /// The sign-flip test of the mean of paired values (R. A. Fisher, 1935), for example of each row's error by either model: if
    /// the models are equally good, each difference might as well have the other sign. All 2ⁿ ways are tried if they are no more
    /// than the shuffles, else that many random ones.
    /// </summary>
    /// <param name="a">Values of the first model, all finite, shape [n].</param>
    /// <param name="b">Values of the second for the same rows, all finite, shape [n].</param>
    /// <param name="shuffles">How many random ways at most, at least 100.</param>
    /// <param name="seed">Another seed gives a slightly other p.</param>
    /// <returns>The means and p; an interrupted cell keeps the shuffles done, if they are at least 100.</returns>
    /// <exception cref="ArgumentException">Lengths differ, no rows, a value is not finite, or too few shuffles.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before 100 shuffles.</exception>
    /// <example><code>PairedTest.SignFlip(first.MeanSquaredError, second.MeanSquaredError)   // one error per image</code></example>
    public static PairedTestResult SignFlip(
        IReadOnlyList<double> a, IReadOnlyList<double> b, int shuffles = 10_000, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        CheckPairs(a.Count, b.Count, shuffles);
        var difference = new double[a.Count];
        for (int i = 0; i < difference.Length; i++)
        {
            difference[i] = a[i] - b[i];
            if (!double.IsFinite(difference[i]))
            {
                throw new ArgumentException(
                    Words.Of($"The values of row {i} are {a[i]} and {b[i]}; every value must be finite."), nameof(a));
            }
        }
        double observed = difference.Sum();
        (double p, int done) = Shuffle(difference.Length, shuffles, seed, observed, flipped =>
        {
            double sum = 0;
            for (int i = 0; i < difference.Length; i++) sum += flipped[i] ? -difference[i] : difference[i];
            return sum;
        });
        return new PairedTestResult("sign flips", a.Average(), b.Average(), p, done);
    }

    /// <summary>
    /// The permutation test of any metric: if two models are equally good, each row's predictions might as well be exchanged. All
    /// 2ⁿ ways are tried if they are no more than the shuffles, else that many random ones.
    /// </summary>
    /// <typeparam name="T">What a model says about a row: a score, a class, a text …</typeparam>
    /// <param name="a">What the first model says, shape [n].</param>
    /// <param name="b">What the second says about the same rows, shape [n].</param>
    /// <param name="metric">What to measure on predictions for all rows, in order; it must not keep the array.</param>
    /// <param name="shuffles">How many random ways at most, at least 100.</param>
    /// <param name="seed">Another seed gives a slightly other p.</param>
    /// <returns>Both metrics and p; an interrupted cell keeps the shuffles done, if they are at least 100.</returns>
    /// <exception cref="ArgumentException">Lengths differ, no rows, too few shuffles, or the metric is NaN.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before 100 shuffles.</exception>
    /// <example><code>PairedTest.Permutation(trees, linear, score => Metrics.Auc(test.Y, score)).PValue</code></example>
    public static PairedTestResult Permutation<T>(
        IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T[], double> metric, int shuffles = 10_000, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(metric);
        CheckPairs(a.Count, b.Count, shuffles);
        T[] first = [.. a], second = [.. b];
        (double ofA, double ofB) = (metric(first), metric(second));
        if (double.IsNaN(ofA - ofB))
        {
            throw new ArgumentException(
                Words.Of($"The metric is {ofA} for the first and {ofB} for the second model: there is no difference to test."),
                nameof(metric));
        }
        (double p, int done) = Shuffle(first.Length, shuffles, seed, ofA - ofB, exchanged =>
        {
            for (int i = 0; i < first.Length; i++) (first[i], second[i]) = exchanged[i] ? (b[i], a[i]) : (a[i], b[i]);
            return metric(first) - metric(second);
        });
        return new PairedTestResult("permutations", ofA, ofB, p, done);
    }

    private static void CheckPairs(int a, int b, int shuffles)
    {
        if (a != b)
        {
            throw new ArgumentException(
                $"There are {a} values of the first model and {b} of the second; each needs the other.", nameof(b));
        }
        if (a == 0) throw new ArgumentException("There are no rows.", nameof(a));
        if (shuffles < FewestShuffles)
        {
            throw new ArgumentException(
                $"At least {FewestShuffles} shuffles are needed, but there are {shuffles}.", nameof(shuffles));
        }
    }

    /// <summary>
    /// How often a difference is at least as large as the one observed, over all or random ways to exchange rows.
    /// </summary>
    private static (double P, int Done) Shuffle(
        int rows, int shuffles, int seed, double observed, Func<bool[], double> difference)
    {
        CancellationToken token = NotebookHost.Token;
        bool exact = rows < 31 && 1L << rows <= shuffles;
        int ways = exact ? 1 << rows : shuffles, done = 0, extreme = 0;
        // Sums of the same numbers in another order may differ in the last bits; they are as large all the same.
        double atLeast = Math.Abs(observed) * (1 - 1e-12);
        var exchanged = new bool[rows];
        var random = new SeededRandom(seed);
        for (; done < ways; done++)
        {
            if (token.IsCancellationRequested) break;
            if (exact) for (int i = 0; i < rows; i++) exchanged[i] = (done >> i & 1) == 1;
            else Toss(exchanged, random);
            if (Math.Abs(difference(exchanged)) >= atLeast) extreme++;
        }
        if (done < Math.Min(ways, FewestShuffles) || (exact && done < ways)) token.ThrowIfCancellationRequested();
        // The rows as they are count as one of the random ways, so that p is never 0 (B. Phipson and G. Smyth, 2010).
        return exact ? (extreme / (double)ways, done) : ((1.0 + extreme) / (1 + done), done);
    }

    private static void Toss(bool[] coins, SeededRandom random)
    {
        for (int i = 0; i < coins.Length; i += 64)
        {
            ulong bits = random.NextUInt64();
            for (int k = i; k < Math.Min(i + 64, coins.Length); k++, bits >>= 1) coins[k] = (bits & 1) == 1;
        }
    }
}
