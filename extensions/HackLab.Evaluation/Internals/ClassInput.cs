using System.Globalization;

namespace HackLab.Evaluation.Internals;

/// <summary>Checks labels of several classes with a score for each class, once, at the border.</summary>
internal static class ClassInput
{
    /// <summary>As many scores as rows times classes, all finite; labels from 0 to classes − 1.</summary>
    public static void Check(ReadOnlySpan<int> y, ReadOnlySpan<float> score, int classes)
    {
        if (classes < 2)
        {
            throw new ArgumentException(
                $"At least 2 classes are needed, but classes is {classes}.", nameof(classes));
        }
        if (y.Length == 0) throw new ArgumentException("There are no labels.", nameof(y));
        if (score.Length != (long)y.Length * classes)
        {
            throw new ArgumentException(
                $"{y.Length} labels and {classes} classes need {(long)y.Length * classes} scores, one per class for each "
                + $"label; there are {score.Length}.",
                nameof(score));
        }
        for (int i = 0; i < y.Length; i++)
        {
            if ((uint)y[i] >= (uint)classes)
            {
                throw new ArgumentException(
                    $"Label {i} is {y[i]}; classes are numbered 0 to {classes - 1}.", nameof(y));
            }
        }
        for (int i = 0; i < score.Length; i++)
        {
            if (float.IsFinite(score[i])) continue;
            throw new ArgumentException(
                $"The score of row {i / classes} for class {i % classes} is "
                + $"{score[i].ToString(CultureInfo.InvariantCulture)}; every score must be finite.",
                nameof(score));
        }
    }

    /// <summary>The same, and each row's scores are probabilities that add up to 1.</summary>
    public static void Probabilities(ReadOnlySpan<int> y, ReadOnlySpan<float> p, int classes)
    {
        Check(y, p, classes);
        for (int i = 0; i < y.Length; i++)
        {
            double sum = 0;
            foreach (float value in p.Slice(i * classes, classes))
            {
                if (value is < 0 or > 1) throw new ArgumentException(
                    $"Row {i} has the probability {value.ToString(CultureInfo.InvariantCulture)}; probabilities lie between "
                    + "0 and 1. Are these scores before the softmax?",
                    nameof(p));
                sum += value;
            }
            // Rounding of floats moves the sum by 10⁻⁵ at most; more is a mistake.
            if (Math.Abs(sum - 1) > 1e-3) throw new ArgumentException(
                $"The probabilities of row {i} add up to {sum.ToString("0.###", CultureInfo.InvariantCulture)}, not to 1. "
                + "Are these scores before the softmax?",
                nameof(p));
        }
    }

    /// <summary>The scores of one class.</summary>
    public static double[] Column(ReadOnlySpan<float> score, int classes, int column)
    {
        var values = new double[score.Length / classes];
        for (int i = 0; i < values.Length; i++) values[i] = score[(i * classes) + column];
        return values;
    }

    /// <summary>1 for the rows of a class, 0 for all others.</summary>
    public static int[] OneVsRest(ReadOnlySpan<int> y, int label)
    {
        var own = new int[y.Length];
        for (int i = 0; i < own.Length; i++) own[i] = y[i] == label ? 1 : 0;
        return own;
    }
}
