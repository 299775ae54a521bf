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

    /// <summary>The standard deviation of each column, √(Σ(x − mean)² / n), shape [d].</summary>
    public static double[] Spread(TabularData data) => [.. Scaler.Fit(data).Scales];

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
