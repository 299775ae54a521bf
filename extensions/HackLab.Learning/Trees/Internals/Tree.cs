using HackLab.Learning.Files;

namespace HackLab.Learning.Internals;

/// <summary>
/// A fitted tree. Node 0 is the root; a node with a feature asks "is its value at most the threshold?", and goes to node
/// <c>Left</c> if so, else to the one after it. Children come after their parents, so there is no way round in circles.
/// </summary>
internal sealed class Tree
{
    public Tree(
        int[] feature, float[] threshold, bool[] missingLeft, int[] left, double[] gain, double[] weight, float[] value,
            int outputs)
    {
        (Feature, Threshold, MissingLeft, Left, Gain, Weight) = (feature, threshold, missingLeft, left, gain, weight);
        (Value, Outputs) = (value, outputs);
    }

    public int Count => Feature.Length;

    /// <summary>Per node: the feature it asks for; −1 for a leaf.</summary>
    public int[] Feature { get; }

    /// <summary>Per node: the largest value that goes left.</summary>
    public float[] Threshold { get; }

    /// <summary>Per node: whether rows without a value go left.</summary>
    public bool[] MissingLeft { get; }

    /// <summary>Per node: the left child; the right one is the next.</summary>
    public int[] Left { get; }

    /// <summary>Per node: how much its question lowers the criterion, times its weight.</summary>
    public double[] Gain { get; }

    /// <summary>Per node: how many training rows came by, each with its weight.</summary>
    public double[] Weight { get; }

    /// <summary>Per node and output: what it predicts, shape [count, outputs].</summary>
    public float[] Value { get; }

    /// <summary>Numbers per prediction.</summary>
    public int Outputs { get; }

    public int LeafCount => (Count + 1) / 2;

    public int Depth
    {
        get
        {
            var depth = new int[Count];
            int deepest = 0;
            for (int node = 0; node < Count; node++)
            {
                deepest = Math.Max(deepest, depth[node]);
                if (Feature[node] >= 0) depth[Left[node]] = depth[Left[node] + 1] = depth[node] + 1;
            }
            return deepest;
        }
    }

    /// <summary>The leaf that a row falls into.</summary>
    public int LeafOf(ReadOnlySpan<float> row)
    {
        int node = 0;
        while (Feature[node] >= 0)
        {
            float value = row[Feature[node]];
            bool left = float.IsNaN(value) ? MissingLeft[node] : value <= Threshold[node];
            node = left ? Left[node] : Left[node] + 1;
        }
        return node;
    }

    /// <summary>What is predicted at a node, shape [outputs].</summary>
    public ReadOnlySpan<float> ValueOf(int node) => Value.AsSpan(node * Outputs, Outputs);

    /// <summary>Adds each feature's gain to what is there.</summary>
    public void AddGains(Span<double> gains)
    {
        for (int node = 0; node < Count; node++) if (Feature[node] >= 0) gains[Feature[node]] += Gain[node];
    }

    public void Write(ModelWriter to)
    {
        to.Add("feature", Feature);
        to.Add("threshold", Threshold);
        to.Add("missingLeft", [.. MissingLeft.Select(left => left ? 1 : 0)]);
        to.Add("left", Left);
        to.Add("gain", Gain);
        to.Add("weight", Weight);
        to.Add("value", Value);
    }

    public static Tree Read(ModelReader from, int features, int outputs)
    {
        int[] feature = from.Ints("feature", min: -1, max: features - 1);
        int n = feature.Length;
        if (n % 2 == 0) throw from.Bad("feature", "an odd number of nodes", $"{n}");
        float[] threshold = from.Floats("threshold", n, finite: false);
        int[] left = from.Ints("left", n, max: n);
        // Each node but the root is the child of exactly one node before it: so every way ends, and within n steps.
        int next = 1;
        var isChild = new bool[n];
        for (int node = 0; node < n; node++)
        {
            if (feature[node] < 0) continue;
            int child = left[node];
            if (child <= node || child + 1 >= n || isChild[child] || isChild[child + 1])
                throw from.Bad($"left[{node}]", "two nodes after it that belong to no other", $"{child}");
            if (float.IsNaN(threshold[node])) throw from.Bad($"threshold[{node}]", "a number", "NaN");
            isChild[child] = isChild[child + 1] = true;
            next += 2;
        }
        if (next != n) throw from.Bad("left", $"{n} nodes that hang together", $"{next}");
        return new Tree(
            feature, threshold, [.. from.Ints("missingLeft", n, 0, 1).Select(v => v == 1)], left, from.Doubles("gain", n),
            from.Doubles("weight", n), from.Floats("value", checked(n * outputs)), outputs);
    }
}
