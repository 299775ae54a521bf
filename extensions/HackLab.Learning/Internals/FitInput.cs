using System.Globalization;
using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>Checks what a fit is given, once, at the border.</summary>
internal static class FitInput
{
    /// <summary>Labelled rows of at least two classes, each with a row, all values finite.</summary>
    public static void CheckClasses(TabularData train)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (train.ClassNames.Count < 2)
        {
            throw new ArgumentException(
                $"{train.Name} has {train.ClassNames.Count} class ({string.Join(", ", train.ClassNames)}); to tell classes apart takes two.", nameof(train));
        }
        int[] counts = train.ClassCounts();
        if (counts.Contains(0))
        {
            throw new ArgumentException(
                $"Every class is needed, but {train.Name} has {string.Join(" and ", counts.Take(10).Select((n, c) => $"{n}{(c == 0 ? " rows" : "")} of {train.ClassNames[c]}"))}.",
                nameof(train));
        }
        CheckFinite(train);
    }

    public static void Check(TabularData train, LogisticRegressionOptions options)
    {
        if (!(options.C > 0)) throw Setting("C", options.C, "must be above 0");
        if (options.MaxIterations is { } most and < 1) throw Setting("MaxIterations", most, "must be at least 1");
        if (!(options.MaxSeconds > 0)) throw Setting("MaxSeconds", options.MaxSeconds, "must be above 0");
        if (!(options.Tolerance >= 0)) throw Setting("Tolerance", options.Tolerance, "must be at least 0");
        if (!(options.LearningRate > 0 && double.IsFinite(options.LearningRate)))
            throw Setting("LearningRate", options.LearningRate, "must be above 0");
        if (!(options.L1Ratio is >= 0 and <= 1)) throw Setting("L1Ratio", options.L1Ratio, "must be from 0 to 1");
        CheckClasses(train);
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

    /// <summary>Plain rows with a number each, as rows of one class.</summary>
    public static TabularData Rows(float[] x, float[] y)
    {
        ArgumentNullException.ThrowIfNull(y);
        return new TabularData("rows", Columns(x, y.Length), x, new int[y.Length], ["rows"]);
    }

    /// <summary>Plain rows as rows of one class.</summary>
    public static TabularData Rows(float[] x, int columns)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (x.Length == 0 || x.Length % columns != 0)
            throw new ArgumentException($"x holds {x.Length} values, which is no whole number of rows of {columns} columns, at least one.", nameof(x));
        return new TabularData("rows", Columns(x, x.Length / columns), x, new int[x.Length / columns], ["rows"]);
    }

    /// <summary>Rows with a number each, all finite.</summary>
    public static void CheckTargets(TabularData train, float[] y)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(y);
        if (y.Length != train.Count) throw new ArgumentException($"{train.Name} has {train.Count} rows, but y has {y.Length} numbers.", nameof(y));
        CheckFinite(train);
        int bad = Array.FindIndex(y, value => !float.IsFinite(value));
        if (bad >= 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"y of row {bad} is {y[bad]}; every one must be finite."), nameof(y));
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

    /// <summary>All values are finite, and there is a row.</summary>
    public static void CheckFinite(TabularData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count == 0) throw new ArgumentException($"{data.Name} has no rows to learn from.");
        int bad = Vectors.FirstNotFinite(data.X);
        if (bad < 0) return;
        string value = data.X[bad].ToString(CultureInfo.InvariantCulture);
        throw new ArgumentException(
            $"{data.Name}, row {bad / data.FeatureCount}, feature {data.Features[bad % data.FeatureCount].Name}: found {value}. "
            + "Every value must be finite: leave such rows out or fill them in first.");
    }

    /// <summary>The exception for a setting out of range.</summary>
    public static ArgumentException Setting(string name, double value, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name} {rule}, but it is {value}."), name);
}
