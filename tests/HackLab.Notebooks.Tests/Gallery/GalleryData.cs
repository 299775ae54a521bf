using HackLab.Charts;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Learning;

namespace HackLab.Notebooks.Tests.Gallery;

/// <summary>What the gallery's figures show: the project's simulated data, a small model's scores, and seeded random
/// numbers.</summary>
internal static class GalleryData
{
    private static readonly Lazy<TabularData> SomeHiggs = new(() => Datasets.Higgs.Load(Size.Simulated(6000)));
    private static readonly Lazy<LabelledImages> SomeLenses = new(() => Datasets.LensingClasses.Load(Size.Sample));
    private static readonly Lazy<Scored> SomeTest = new(Fit);

    public static TabularData Higgs => SomeHiggs.Value;

    public static LabelledImages Lenses => SomeLenses.Value;

    /// <summary>A logistic regression and its scores of other rows.</summary>
    public static Scored Test => SomeTest.Value;

    public static double[] Steps(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];

    public static double[] Walk(int count)
    {
        var random = new Random(7);
        double at = 0;
        return [.. Enumerable.Range(0, count).Select(_ => at += random.NextDouble() - 0.5)];
    }

    /// <summary>Draws from the normal distribution, by Box and Muller.</summary>
    public static double[] Noise(int count)
    {
        var random = new Random(8);
        return [.. Enumerable.Range(0, count)
            .Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }

    /// <summary>Counts per minute of a source with a half-life of 5.2 minutes over a background of 40.</summary>
    public static double[] Decay(int minutes) => [.. Steps(minutes).Zip(Noise(minutes))
        .Select(p => 40 + (900 * Math.Pow(0.5, p.First / 5.2)) + (9 * p.Second))];

    public static double[] Masses(int count)
    {
        var random = new Random(9);
        return [.. Enumerable.Range(0, count).Select(_ => 80 + (90 * random.NextDouble()))];
    }

    /// <summary>A tone that rises from 30 to 300 Hz within two seconds, in noise; 2048 samples per second.</summary>
    public static double[] Chirp() => [.. Steps(4096).Zip(Noise(4096))
        .Select(p => Math.Sin(2 * Math.PI * ((30 * p.First / 2048) + (67.5 * Math.Pow(p.First / 2048, 2)))) + (0.3 * p.Second))];

    /// <summary>Weights that each of some tokens gives to those before it: each row adds up to 1.</summary>
    public static double[,] Weights(int tokens, int head)
    {
        var weights = new double[tokens, tokens];
        for (int i = 0; i < tokens; i++)
        {
            double[] row = [.. Enumerable.Range(0, i + 1).Select(j => Math.Exp(-Math.Abs(i - j - head)))];
            for (int j = 0; j <= i; j++) weights[i, j] = row[j] / row.Sum();
        }
        return weights;
    }

    public static double[,] Correlations(IReadOnlyList<string> features)
    {
        double[][] columns = [.. features.Select(name => Higgs.Column(name).Select(v => (double)v).ToArray())];
        var table = new double[features.Count, features.Count];
        for (int i = 0; i < features.Count; i++)
        {
            for (int j = 0; j < features.Count; j++) table[i, j] = MathNet.Numerics.Statistics.Correlation.Pearson(columns[i],
                columns[j]);
        }
        return table;
    }

    public static PrecisionRecallSeries PrecisionRecall()
    {
        int[] order = [.. Enumerable.Range(0, Test.Score.Length).OrderByDescending(i => Test.Score[i])];
        int all = Test.Data.Y.Sum(), found = 0;
        var recall = new double[order.Length];
        var precision = new double[order.Length];
        double average = 0;
        for (int i = 0; i < order.Length; i++)
        {
            found += Test.Data.Y[order[i]];
            (recall[i], precision[i]) = (found / (double)all, found / (i + 1.0));
            if (Test.Data.Y[order[i]] == 1) average += precision[i] / all;
        }
        return new("logistic regression", recall, precision, average);
    }

    public static RocSeries Roc()
    {
        RocCurve curve = Metrics.Roc(Test.Data.Y, Test.Score);
        return new("logistic regression", [.. curve.Fpr], [.. curve.Tpr], curve.Auc);
    }

    private static Scored Fit()
    {
        (TabularData train, TabularData test) = Split.Stratified(Higgs, 0.25, seed: 42);
        Scaler scaler = Scaler.Fit(train);
        LogisticRegression model = LogisticRegression.Fit(
            scaler.Transform(train),
                new() { Solver = Solver.GradientDescent, MaxIterations = 60, Validation = scaler.Transform(test) });
        return new(model, test, model.PredictScore(scaler.Transform(test)));
    }
}

/// <summary>A model and its scores of the rows of a data set.</summary>
internal sealed record Scored(LogisticRegression Model, TabularData Data, float[] Score);
