using System.Globalization;
using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>Checks what a fit is given, once, at the border.</summary>
internal static class FitInput
{
    public static void Check(TabularData train, LogisticRegressionOptions options)
    {
        if (!(options.C > 0)) throw Setting("C", options.C, "must be above 0");
        if (options.MaxIterations < 1) throw Setting("MaxIterations", options.MaxIterations, "must be at least 1");
        if (!(options.MaxSeconds > 0)) throw Setting("MaxSeconds", options.MaxSeconds, "must be above 0");
        if (!(options.Tolerance >= 0)) throw Setting("Tolerance", options.Tolerance, "must be at least 0");
        if (!(options.LearningRate > 0 && double.IsFinite(options.LearningRate)))
            throw Setting("LearningRate", options.LearningRate, "must be above 0");
        if (train.ClassNames.Count != 2)
        {
            throw new ArgumentException(
                $"{train.Name} has {train.ClassNames.Count} classes ({string.Join(", ", train.ClassNames)}); logistic regression here takes two.", nameof(train));
        }
        int[] counts = train.ClassCounts();
        if (counts[0] == 0 || counts[1] == 0)
        {
            throw new ArgumentException(
                $"Both classes are needed, but {train.Name} has {counts[0]} rows of {train.ClassNames[0]} and {counts[1]} of {train.ClassNames[1]}.", nameof(train));
        }
        CheckFinite(train);
        if (options.Validation is not { } validation) return;
        if (!validation.Features.Select(f => f.Name).SequenceEqual(train.Features.Select(f => f.Name)))
            throw new ArgumentException("The validation rows have other features than the training rows.", nameof(options));
        if (validation.Count == 0) throw new ArgumentException("There are no validation rows.", nameof(options));
        CheckFinite(validation);
    }

    /// <summary>Plain arrays as labelled rows; features are called x0, x1 …, classes by their number.</summary>
    public static TabularData Rows(float[] x, int[] y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int negative = Array.FindIndex(y, label => label < 0);
        if (negative >= 0) throw new ArgumentException($"Row {negative} has class {y[negative]}, but classes are numbered from 0.", nameof(y));
        int classes = Math.Max(2, y.Length == 0 ? 0 : y.Max() + 1);
        // A class number is an index: one as large as this is a mistake, and would cost a name for every number below it.
        if (classes > 100_000) throw new ArgumentException($"A class is numbered {classes - 1}: number the classes 0, 1, 2 …", nameof(y));
        return new TabularData("rows", Columns(x, y.Length), x, y, [.. Enumerable.Range(0, classes).Select(Number)]);
    }

    /// <summary>Names for the columns of a plain array of so many rows.</summary>
    public static Feature[] Columns(float[] x, int rows)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (rows == 0 || x.Length == 0 || x.Length % rows != 0)
            throw new ArgumentException($"x holds {x.Length} values, which is no whole number of features for {rows} labels.", nameof(x));
        return [.. Enumerable.Range(0, x.Length / rows).Select(j => new Feature($"x{j}"))];
    }

    /// <summary>The standard deviation of each column, √(Σ(x − mean)² / n), shape [d].</summary>
    public static double[] Spread(TabularData data) => [.. Scaler.Fit(data).Scales];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void CheckFinite(TabularData data)
    {
        for (int i = 0; i < data.X.Length; i++)
        {
            if (float.IsFinite(data.X[i])) continue;
            string value = data.X[i].ToString(CultureInfo.InvariantCulture);
            throw new ArgumentException(
                $"{data.Name}, row {i / data.FeatureCount}, feature {data.Features[i % data.FeatureCount].Name}: found {value}. "
                + "Every value must be finite: leave such rows out or fill them in first.");
        }
    }

    private static ArgumentException Setting(string name, double value, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name} {rule}, but it is {value}."), nameof(LogisticRegressionOptions));
}
