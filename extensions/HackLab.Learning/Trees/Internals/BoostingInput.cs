using HackLab.Data;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>Checks what a boosted model is given, once, at the border, and sets validation rows aside.</summary>
internal static class BoostingInput
{
    public static void Check(TabularData train, GradientBoostingOptions options)
    {
        RowInput.CheckRows(train);
        if (options.RowWeights is { } weights) RowInput.CheckWeights(weights, train.Count);
        TreeSettings.Require(options.MaxIterations >= 1, "MaxIterations", options.MaxIterations, "must be at least 1");
        TreeSettings.Require(
            options.LearningRate > 0 && double.IsFinite(options.LearningRate), "LearningRate", options.LearningRate,
            "must be above 0");
        TreeSettings.Require(options.MaxLeaves >= 2, "MaxLeaves", options.MaxLeaves, "must be at least 2");
        TreeSettings.Require(options.MaxDepth >= 1, "MaxDepth", options.MaxDepth, "must be at least 1");
        TreeSettings.Require(options.MinSamplesLeaf >= 1, "MinSamplesLeaf", options.MinSamplesLeaf, "must be at least 1");
        TreeSettings.Require(options.MinHessianLeaf >= 0, "MinHessianLeaf", options.MinHessianLeaf, "must be at least 0");
        TreeSettings.Require(options.L2 >= 0 && double.IsFinite(options.L2), "L2", options.L2, "must be at least 0");
        TreeSettings.Require(options.MinGain >= 0, "MinGain", options.MinGain, "must be at least 0");
        TreeSettings.Require(options.MaxBins is >= 2 and <= 255, "MaxBins", options.MaxBins, "must be from 2 to 255");
        TreeSettings.Require(
            options.RowFraction is > 0 and <= 1, "RowFraction", options.RowFraction, "must be above 0 and at most 1");
        TreeSettings.Require(
            options.FeatureFraction is > 0 and <= 1, "FeatureFraction", options.FeatureFraction, "must be above 0 and at most 1");
        TreeSettings.Require(options.MaxSeconds > 0, "MaxSeconds", options.MaxSeconds, "must be above 0");
        TreeSettings.Require(options.Threads >= 0, "Threads", options.Threads, "must be at least 0");
        TreeSettings.Require(
            options.ValidationFraction is >= 0 and < 1, "ValidationFraction", options.ValidationFraction,
            "must be at least 0 and below 1");
        if (options.Patience is { } patience)
        {
            TreeSettings.Require(patience >= 1, "Patience", patience, "must be at least 1");
            if (options.Validation is null && options.ValidationFraction == 0)
                throw new ArgumentException(
                    "Patience needs rows to measure on: give Validation, or set ValidationFraction to 0.1, say.");
        }
        if (options.Validation is { } validation)
        {
            if (options.ValidationFraction > 0)
                throw new ArgumentException("Give either Validation or ValidationFraction, not both.");
            RowInput.CheckRows(validation);
            if (!validation.Features.Select(f => f.Name).SequenceEqual(train.Features.Select(f => f.Name)))
                throw new ArgumentException("The validation rows have other features than the training rows.", nameof(options));
        }
    }

    /// <summary>Per feature −1, 0 or +1; null if predictions are free to follow any.</summary>
    public static int[]? Monotone(TabularData train, GradientBoostingOptions options)
    {
        if (options.Monotone is not { Count: > 0 } wanted) return null;
        var directions = new int[train.FeatureCount];
        foreach ((string feature, int direction) in wanted)
        {
            TreeSettings.Require(direction is >= -1 and <= 1, $"Monotone[{feature}]", direction, "must be −1, 0 or +1");
            directions[train.IndexOf(feature)] = direction;
        }
        return directions.Any(direction => direction != 0) ? directions : null;
    }

    /// <summary>Which rows are learnt from and which are set aside, both ascending; at least one each.</summary>
    public static (int[] Train, int[] Validation) SetAside(int count, double fraction, long seed)
    {
        if (count < 2) throw new ArgumentException("A single row cannot be parted into training and validation rows.");
        int[] order = [.. Enumerable.Range(0, count)];
        new SeededRandom(seed, stream: 1).Shuffle(order.AsSpan());
        int aside = Math.Clamp((int)Math.Round(count * fraction), 1, count - 1);
        return ([.. order.Skip(aside).Order()], [.. order.Take(aside).Order()]);
    }
}
