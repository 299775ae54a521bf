using HackLab.Learning.Files;

namespace HackLab.Learning.Internals;

/// <summary>Trees whose predictions are averaged (L. Breiman, "Random Forests", Machine Learning 45, 2001).</summary>
internal sealed class Forest(IReadOnlyList<Tree> trees, int features, int outputs)
{
    private readonly Lazy<FastTree[]> _fast = new(() => [.. trees.Select(tree => new FastTree(tree))]);

    public IReadOnlyList<Tree> Trees => trees;

    /// <summary>The mean of the trees' predictions, shape [n, outputs].</summary>
    public float[] Predict(ReadOnlySpan<float> x)
    {
        var results = new float[checked(PredictionBlocks.Count(x, features) * outputs)];
        FastTree[] fast = _fast.Value;
        PredictionBlocks.Run(x, features, results, outputs, (rows, values) =>
        {
            foreach (FastTree tree in fast) tree.AddTo(rows, features, values, outputs, 0);
            foreach (ref float value in values) value /= fast.Length;
        });
        return results;
    }

    /// <summary>Each tree's shares count alike, however much it had to gain.</summary>
    public FeatureImportance[] Importances(IReadOnlyList<string> names)
    {
        var shares = new double[features];
        var gains = new double[features];
        foreach (Tree tree in trees)
        {
            Array.Clear(gains);
            tree.AddGains(gains);
            double sum = gains.Sum();
            for (int j = 0; j < features && sum > 0; j++) shares[j] += gains[j] / sum;
        }
        return GainShares.Of(names, shares);
    }

    public void Write(ModelWriter to) => to.Parts("trees", trees, (tree, part) => tree.Write(part));

    public static Forest Read(ModelReader from, int features, int outputs)
    {
        Tree[] trees = [.. from.Parts("trees").Select(part => Tree.Read(part, features, outputs))];
        return trees.Length > 0 ? new Forest(trees, features, outputs) : throw from.Bad("trees", "at least one tree", "none");
    }
}
