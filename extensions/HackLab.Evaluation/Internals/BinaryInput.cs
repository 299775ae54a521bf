using System.Globalization;

namespace HackLab.Evaluation.Internals;

/// <summary>Checks labels, scores and weights once, at the border.</summary>
internal static class BinaryInput
{
    /// <summary>Labels 0 and 1 with finite scores, both classes present.</summary>
    public static void Check(ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights)
    {
        (double negative, double positive) = Totals(y, score, weights);
        BothClasses(negative, positive, !weights.IsEmpty);
    }

    /// <summary>Labels 0 and 1 with finite scores; how much weight each class has.</summary>
    public static (double Negative, double Positive) Totals(
        ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights)
    {
        Length(y.Length, score.Length, "scores");
        Weights(y.Length, weights);
        double[] total = new double[2];
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] is not (0 or 1)) throw new ArgumentException($"Label {i} is {y[i]}; labels must be 0 or 1.", nameof(y));
            if (!double.IsFinite(score[i]))
            {
                throw new ArgumentException(
                    $"Score {i} is {score[i].ToString(CultureInfo.InvariantCulture)}; every score must be "
                    + "finite.", nameof(score));
            }
            total[y[i]] += weights.IsEmpty ? 1 : weights[i];
        }
        return (total[0], total[1]);
    }

    public static void BothClasses(double negative, double positive, bool weighted)
    {
        if (negative > 0 && positive > 0) return;
        int missing = negative > 0 ? 1 : 0;
        throw new ArgumentException(
            $"Both classes are needed, but no label{(weighted ? " with a weight above 0" : "")} is {missing}.", "y");
    }

    public static void Length(int labels, int other, string what)
    {
        if (labels != other) throw new ArgumentException($"There are {labels} labels and {other} {what}; each label needs one.");
        if (labels == 0) throw new ArgumentException("There are no labels.");
    }

    public static void Weights(int labels, ReadOnlySpan<double> weights)
    {
        if (weights.IsEmpty) return;
        Length(labels, weights.Length, "weights");
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] >= 0 && double.IsFinite(weights[i])) continue;
            throw new ArgumentException(
                $"Weight {i} is {weights[i].ToString(CultureInfo.InvariantCulture)}; weights must be finite and at least "
                + "0.", nameof(weights));
        }
    }

    public static void Probability(int index, double p)
    {
        if (p >= 0 && p <= 1) return;
        throw new ArgumentException(
            $"Probability {index} is {p.ToString(CultureInfo.InvariantCulture)}; probabilities lie between 0 and 1. Is it a "
            + "score before the sigmoid?",
            "score");
    }

    /// <summary>Every float is exactly a double, so nothing is lost.</summary>
    public static double[] Widen(ReadOnlySpan<float> values)
    {
        var wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++) wide[i] = values[i];
        return wide;
    }
}
