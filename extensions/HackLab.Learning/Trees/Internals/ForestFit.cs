using System.Collections;
using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>Grows a forest; each tree has a stream of random numbers of its own, so that threads change nothing.</summary>
internal static class ForestFit
{
    /// <summary>A forest, and what the trees that had not seen a row say of it, shape [n, outputs]; NaN where all have.</summary>
    public static (Forest Forest, float[] OutOfBag) Grow<TCriterion>(
        TabularData train, TCriterion criterion, RandomForestOptions options, int maxFeatures)
        where TCriterion : struct, ICriterion
    {
        TreeSettings.Require(options.Trees >= 1, "Trees", options.Trees, "must be at least 1");
        TreeSettings.Require(options.MaxDepth >= 1, "MaxDepth", options.MaxDepth, "must be at least 1");
        TreeSettings.Require(options.MaxLeaves >= 2, "MaxLeaves", options.MaxLeaves, "must be at least 2");
        TreeSettings.Require(options.MinSamplesLeaf >= 1, "MinSamplesLeaf", options.MinSamplesLeaf, "must be at least 1");
        TreeSettings.Require(options.MaxFeatures is not < 1, "MaxFeatures", options.MaxFeatures ?? 1, "must be at least 1");
        TreeSettings.Require(options.Threads >= 0, "Threads", options.Threads, "must be at least 0");
        double[]? weights = options.RowWeights ?? train.Weights;
        if (weights is not null) RowInput.CheckWeights(weights, train.Count);
        var limits = new ExactLimits(
            options.MaxDepth, options.MaxLeaves, 2, options.MinSamplesLeaf, 0, options.MaxFeatures ?? maxFeatures);
        var columns = new RankedColumns(train.X, train.FeatureCount);
        CancellationToken token = NotebookHost.Token;
        var trees = new Tree?[options.Trees];
        var bags = new BitArray[options.Trees];   // a bit per row and tree: which rows a tree has seen
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads
            : Environment.ProcessorCount };
        Parallel.For(0, options.Trees, parallel, (t, loop) =>
        {
            if (token.IsCancellationRequested) return;
            var random = new SeededRandom(options.Seed, stream: t + 1);
            (double[]? counts, int[] rows) = Draw(train.Count, weights, options.Bootstrap, random);
            bags[t] = new BitArray(train.Count);
            foreach (int row in rows) bags[t][row] = true;
            try
            {
                trees[t] = new ExactGrower<TCriterion>(columns, criterion, counts, limits, random, token).Grow(rows);
            }
            catch (OperationCanceledException)   // a tree that is not whole is left out
            {
                loop.Stop();
            }
        });
        if (trees.All(tree => tree is null)) token.ThrowIfCancellationRequested();
        Tree[] whole = [.. trees.OfType<Tree>()];
        float[] unseen = Unseen(train, trees, bags, criterion.Outputs);
        return (new Forest(whole, train.FeatureCount, criterion.Outputs), unseen);
    }

    // As many rows as there are, with replacement: how often a row was drawn is its weight.
    private static (double[]? Weights, int[] Rows) Draw(int n, double[]? weights, bool bootstrap, SeededRandom random)
    {
        if (!bootstrap) return (weights, [.. Enumerable.Range(0, n).Where(i => weights is null || weights[i] > 0)]);
        var counts = new double[n];
        do
        {
            Array.Clear(counts);
            for (int i = 0; i < n; i++) counts[random.NextInt(n)]++;
            for (int i = 0; i < n && weights is not null; i++) counts[i] *= weights[i];
        }
        while (!counts.Any(count => count > 0));   // only where nearly all weights are 0
        return (counts, [.. Enumerable.Range(0, n).Where(i => counts[i] > 0)]);
    }

    private static float[] Unseen(TabularData train, Tree?[] trees, BitArray[] bags, int outputs)
    {
        var means = new float[train.Count * outputs];
        Parallel.For(0, train.Count, row =>
        {
            Span<float> mean = means.AsSpan(row * outputs, outputs);
            int count = 0;
            for (int t = 0; t < trees.Length; t++)
            {
                if (trees[t] is not { } tree || bags[t][row]) continue;
                ReadOnlySpan<float> said = tree.ValueOf(tree.LeafOf(train.Row(row)));
                for (int k = 0; k < outputs; k++) mean[k] += said[k];
                count++;
            }
            foreach (ref float value in mean) value = count > 0 ? value / count : float.NaN;
        });
        return means;
    }
}
