using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>Checks settings and rows of a single tree, and grows it.</summary>
internal static class TreeFit
{
    public static Tree Classes(TabularData train, DecisionTreeOptions options) => options.Impurity == Impurity.Gini
        ? Grow(train, new GiniCriterion(train.Y, train.ClassNames.Count), options)
        : Grow(train, new EntropyCriterion(train.Y, train.ClassNames.Count), options);

    public static Tree Numbers(TabularData train, float[] targets, DecisionTreeOptions options) =>
        Grow(train, new SquaredErrorCriterion(targets, targets.Average(v => (double)v)), options);

    private static Tree Grow<TCriterion>(TabularData train, TCriterion criterion, DecisionTreeOptions options)
        where TCriterion : struct, ICriterion
    {
        TreeSettings.Require(options.MaxDepth >= 1, "MaxDepth", options.MaxDepth, "must be at least 1");
        TreeSettings.Require(options.MaxLeaves >= 2, "MaxLeaves", options.MaxLeaves, "must be at least 2");
        TreeSettings.Require(options.MinSamplesSplit >= 2, "MinSamplesSplit", options.MinSamplesSplit, "must be at least 2");
        TreeSettings.Require(options.MinSamplesLeaf >= 1, "MinSamplesLeaf", options.MinSamplesLeaf, "must be at least 1");
        TreeSettings.Require(
            options.MinImpurityDecrease >= 0, "MinImpurityDecrease", options.MinImpurityDecrease, "must be at least 0");
        TreeSettings.Require(options.MaxFeatures is not < 1, "MaxFeatures", options.MaxFeatures ?? 1, "must be at least 1");
        double[]? weights = options.RowWeights ?? train.Weights;
        if (weights is not null) RowInput.CheckWeights(weights, train.Count);
        var limits = new ExactLimits(
            options.MaxDepth, options.MaxLeaves, options.MinSamplesSplit, options.MinSamplesLeaf, options.MinImpurityDecrease,
            options.MaxFeatures ?? int.MaxValue);
        var columns = new RankedColumns(train.X, train.FeatureCount);
        int[] rows = [.. Enumerable.Range(0, train.Count).Where(i => weights is null || weights[i] > 0)];
        return new ExactGrower<TCriterion>(
            columns, criterion, weights, limits, new SeededRandom(options.Seed), NotebookHost.Token).Grow(rows);
    }
}
