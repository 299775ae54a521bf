using HackLab.Learning.Files;

namespace HackLab.Learning.Internals;

/// <summary>
/// A sum of trees: raw prediction k of a row is baseline k plus the value of its leaf in tree k of every round.
/// </summary>
internal sealed class BoostedTrees(float[] baseline, IReadOnlyList<Tree[]> rounds, int features)
{
    private readonly Lazy<FastTree[][]> _fast = new(
        () => [.. rounds.Select(trees => trees.Select(tree => new FastTree(tree)).ToArray())]);

    public int Outputs => baseline.Length;

    public IReadOnlyList<Tree[]> Rounds => rounds;

    /// <summary>Raw predictions, shape [n, outputs].</summary>
    public float[] Predict(ReadOnlySpan<float> x)
    {
        float[] raw = Start(x);
        int k = Outputs, n = raw.Length / k;
        FastTree[][] fast = _fast.Value;
        PredictionBlocks.Run(x, features, raw, k, (rows, values) =>
        {
            foreach (FastTree[] trees in fast)
                for (int output = 0; output < k; output++) trees[output].AddTo(rows, features, values, k, output);
        });
        return raw;
    }

    /// <summary>Raw predictions after each round; the array is the same one each time.</summary>
    public IEnumerable<float[]> Staged(float[] x)
    {
        float[] raw = Start(x);
        int k = Outputs;
        foreach (FastTree[] trees in _fast.Value)
        {
            for (int output = 0; output < k; output++) trees[output].AddTo(x, features, raw, k, output);
            yield return raw;
        }
    }

    /// <summary>The share of the whole gain that each feature's questions brought, the largest first.</summary>
    public FeatureImportance[] Importances(IReadOnlyList<string> names)
    {
        var gains = new double[features];
        foreach (Tree[] trees in rounds) foreach (Tree tree in trees) tree.AddGains(gains);
        return GainShares.Of(names, gains);
    }

    public void Write(ModelWriter to)
    {
        to.Add("baseline", baseline);
        to.Parts("trees", rounds.SelectMany(trees => trees), (tree, part) => tree.Write(part));
    }

    public static BoostedTrees Read(ModelReader from, int features, int outputs)
    {
        float[] baseline = from.Floats("baseline", outputs);
        Tree[] trees = [.. from.Parts("trees").Select(part => Tree.Read(part, features, 1))];
        if (trees.Length % outputs != 0) throw from.Bad("trees", $"a multiple of {outputs} trees", $"{trees.Length}");
        return new BoostedTrees(baseline, [.. trees.Chunk(outputs)], features);
    }

    private float[] Start(ReadOnlySpan<float> x)
    {
        int n = PredictionBlocks.Count(x, features);
        var raw = new float[checked(n * Outputs)];
        for (int i = 0; i < raw.Length; i++) raw[i] = baseline[i % Outputs];
        return raw;
    }
}
