using System.Globalization;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Curves and areas of several classes, each told apart from all the rest (one-vs-rest).</summary>
public static partial class Metrics
{
    /// <summary>
    /// The area under the ROC curve for several classes, each against the rest, as scikit-learn's <c>roc_auc_score</c> with
    /// <c>multi_class="ovr"</c>; scores need not add up to 1 here.
    /// </summary>
    /// <param name="y">True classes 0 to classes − 1, each present, shape [n].</param>
    /// <param name="score">The score of each class for each row, all finite, shape [n, classes].</param>
    /// <param name="classes">How many classes, at least 2.</param>
    /// <param name="average">How the classes' areas become one; micro is the area over all n · classes decisions.</param>
    /// <param name="weights">How much each row counts, at least 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 1; 0.5 for scores that know nothing.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a label or score is out of range, or a class has no row (its area is not defined).
    /// </exception>
    /// <example><code>Metrics.Auc(test.Y, model.PredictProbabilities(test.X), classes: 3)</code></example>
    public static double Auc(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, int classes, Average average = Average.Macro,
        ReadOnlySpan<double> weights = default)
    {
        if (average == Average.Binary)
        {
            if (classes != 2) throw NotBinary(classes, nameof(average));
            return AucPerClass(y, score, classes, weights)[1];
        }
        if (average == Average.Micro)
        {
            ClassInput.Check(y, score, classes);
            (int[] own, double[] flat, double[] spread) = Flatten(y, score, classes, weights);
            return Auc(own, flat, spread);
        }
        return OneVsRest.Mean(AucPerClass(y, score, classes, weights), average, y, classes, weights);
    }

    /// <summary>The area under the ROC curve of each class against the rest.</summary>
    /// <inheritdoc cref="Auc(ReadOnlySpan{int}, ReadOnlySpan{float}, int, Average, ReadOnlySpan{double})"/>
    /// <returns>One area per class, shape [classes].</returns>
    /// <example><code>Metrics.AucPerClass(test.Y, p, classes: 3)   // one for each of axion, cdm, no</code></example>
    public static double[] AucPerClass(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, int classes, ReadOnlySpan<double> weights = default)
    {
        ClassInput.Check(y, score, classes);
        OneVsRest.EachPresent(y, classes, weights);
        var areas = new double[classes];
        for (int c = 0; c < classes; c++)
        {
            areas[c] = Auc(ClassInput.OneVsRest(y, c), ClassInput.Column(score, classes, c), weights);
        }
        return areas;
    }

    /// <summary>The ROC curve of each class against the rest, and the micro average of all.</summary>
    /// <param name="y">True classes, each present, shape [n].</param>
    /// <param name="score">The score of each class for each row, all finite, shape [n, classes].</param>
    /// <param name="classNames">What each class is called, at least two.</param>
    /// <returns>One curve per class, then "micro average"; a notebook shows them in one figure.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a label or score is out of range, or a class has no row.</exception>
    /// <example><code>Metrics.RocPerClass(test.Y, model.PredictProbabilities(test.X), test.ClassNames)</code></example>
    public static RocComparison RocPerClass(ReadOnlySpan<int> y, ReadOnlySpan<float> score, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        int classes = classNames.Count;
        ClassInput.Check(y, score, classes);
        OneVsRest.EachPresent(y, classes, []);
        var curves = new List<RocCurve>(classes + 1);
        for (int c = 0; c < classes; c++) curves.Add(Roc(ClassInput.OneVsRest(y, c), ClassInput.Column(score, classes, c)));
        (int[] own, double[] flat, _) = Flatten(y, score, classes, []);
        curves.Add(Roc(own, flat));
        return new RocComparison([.. classNames, "micro average"], curves, ["other classes", "class"]);
    }

    /// <summary>
    /// The average precision (<see cref="AveragePrecision(ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>) for
    /// several classes, each against the rest.
    /// </summary>
    /// <inheritdoc cref="Auc(ReadOnlySpan{int}, ReadOnlySpan{float}, int, Average, ReadOnlySpan{double})"/>
    /// <example><code>Metrics.AveragePrecision(test.Y, p, classes: 3)</code></example>
    public static double AveragePrecision(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, int classes, Average average = Average.Macro,
        ReadOnlySpan<double> weights = default)
    {
        if (average == Average.Binary)
        {
            if (classes != 2) throw NotBinary(classes, nameof(average));
            return AveragePrecisionPerClass(y, score, classes, weights)[1];
        }
        if (average == Average.Micro)
        {
            ClassInput.Check(y, score, classes);
            (int[] own, double[] flat, double[] spread) = Flatten(y, score, classes, weights);
            return AveragePrecision(own, flat, spread);
        }
        return OneVsRest.Mean(AveragePrecisionPerClass(y, score, classes, weights), average, y, classes, weights);
    }

    /// <summary>The average precision of each class against the rest.</summary>
    /// <inheritdoc cref="Auc(ReadOnlySpan{int}, ReadOnlySpan{float}, int, Average, ReadOnlySpan{double})"/>
    /// <returns>One value per class, shape [classes].</returns>
    /// <example><code>Metrics.AveragePrecisionPerClass(test.Y, p, classes: 3)</code></example>
    public static double[] AveragePrecisionPerClass(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, int classes, ReadOnlySpan<double> weights = default)
    {
        ClassInput.Check(y, score, classes);
        OneVsRest.EachPresent(y, classes, weights);
        var values = new double[classes];
        for (int c = 0; c < classes; c++)
            values[c] = AveragePrecision(ClassInput.OneVsRest(y, c), ClassInput.Column(score, classes, c), weights);
        return values;
    }

    /// <summary>Every "this class or not" as a row of its own.</summary>
    private static (int[] Own, double[] Score, double[] Weights) Flatten(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, int classes, ReadOnlySpan<double> weights)
    {
        BinaryInput.Weights(y.Length, weights);
        var own = new int[score.Length];
        double[] spread = weights.IsEmpty ? [] : new double[score.Length];
        for (int i = 0; i < score.Length; i++)
        {
            own[i] = y[i / classes] == i % classes ? 1 : 0;
            if (!weights.IsEmpty) spread[i] = weights[i / classes];
        }
        return (own, BinaryInput.Widen(score), spread);
    }

    private static ArgumentException NotBinary(int classes, string name) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"There are {classes} classes, and Average.Binary is for two: choose Macro, Micro or Weighted."), name);
}
