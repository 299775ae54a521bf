using System.Globalization;
using System.Numerics;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// The area under the ROC curve from ranks alone (Mann and Whitney, 1947): of all pairs of a row of class 1 and one of class 0,
/// the share in which the first scores higher, ties counting half. Counted in whole numbers, so it is exact.
/// </summary>
internal static class RankSum
{
    // Below this many scores a second thread costs more than it saves.
    private const int WorthAThread = 50_000;

    public static double Area(ReadOnlySpan<int> y, ReadOnlySpan<float> score)
    {
        BinaryInput.Length(y.Length, score.Length, "scores");
        uint[] negative = new uint[y.Length + 1], positive = new uint[y.Length + 1];
        int positives = 0;
        for (int i = 0; i < y.Length; i++)
        {
            Check(i, y[i], score[i]);
            // Written to both, counted in one: no branch that depends on the label, which a processor could only guess.
            negative[i - positives] = positive[positives] = SortKey.Of(score[i]);
            positives += y[i];
        }
        return Area(negative, y.Length - positives, positive, positives);
    }

    public static double Area(ReadOnlySpan<int> y, ReadOnlySpan<double> score)
    {
        BinaryInput.Length(y.Length, score.Length, "scores");
        ulong[] negative = new ulong[y.Length + 1], positive = new ulong[y.Length + 1];
        int positives = 0;
        for (int i = 0; i < y.Length; i++)
        {
            Check(i, y[i], score[i]);
            negative[i - positives] = positive[positives] = SortKey.Of(score[i]);
            positives += y[i];
        }
        return Area(negative, y.Length - positives, positive, positives);
    }

    private static double Area<TKey>(TKey[] negative, int negatives, TKey[] positive, int positives)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        BinaryInput.BothClasses(negatives, positives, weighted: false);
        if (negatives + positives < WorthAThread)
        {
            (negative, positive) = (RadixSort.Sort(negative, negatives), RadixSort.Sort(positive, positives));
        }
        else
        {
            Parallel.Invoke(
                () => negative = RadixSort.Sort(negative, negatives), () => positive = RadixSort.Sort(positive, positives));
        }
        // Twice the count, so that a tie is one; at most 2 · 2³⁰ · 2³⁰.
        long twice = 0;
        int below = 0, notAbove = 0;
        for (int p = 0; p < positives; p++)
        {
            TKey key = positive[p];
            while (below < negatives && negative[below] < key) below++;
            if (notAbove < below) notAbove = below;
            while (notAbove < negatives && negative[notAbove] == key) notAbove++;
            twice += (long)below + notAbove;
        }
        return twice / 2.0 / negatives / positives;
    }

    private static void Check(int row, int label, double score)
    {
        if ((uint)label <= 1 && double.IsFinite(score)) return;
        if ((uint)label > 1) throw new ArgumentException($"Label {row} is {label}; labels must be 0 or 1.", "y");
        string found = score.ToString(CultureInfo.InvariantCulture);
        throw new ArgumentException($"Score {row} is {found}; every score must be finite.", nameof(score));
    }
}
