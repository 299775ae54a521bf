using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>
/// Checks rows and what comes with them. Values may be missing (NaN) or infinite: trees only ask which is larger.
/// </summary>
internal static class RowInput
{
    public static TabularData Table(float[] x, int rows, int[] y, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (rows == 0 || x.Length == 0 || x.Length % rows != 0)
            throw new ArgumentException(
                $"x holds {x.Length} values, which is no whole number of features for {rows} rows.", nameof(x));
        Feature[] features = [.. Enumerable.Range(0, x.Length / rows).Select(j => new Feature($"x{j}"))];
        return new TabularData("rows", features, x, y, classNames);
    }

    /// <summary>Rows with classes 0, 1, 2 …, as many as the largest label says.</summary>
    public static TabularData Table(float[] x, int[] y)
    {
        ArgumentNullException.ThrowIfNull(y);
        int classes = y.Length == 0 ? 0 : y.Max() + 1;
        // A label that is no class number, such as an event's number, would otherwise ask for as many classes.
        if (classes > 1000) throw new ArgumentException($"Labels are class numbers from 0, but one is {classes - 1}.", nameof(y));
        return Table(x, y.Length, y, [.. Enumerable.Range(0, classes).Select(c => $"{c}")]);
    }

    public static TabularData Table(float[] x, float[] targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return Table(x, targets.Length, new int[targets.Length], ["row"]);
    }

    public static void CheckRows(TabularData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count == 0) throw new ArgumentException($"{data.Name} has no rows.");
    }

    public static void CheckClasses(TabularData train)
    {
        int[] counts = train.ClassCounts();
        if (counts.Length >= 2 && counts.All(count => count > 0)) return;
        string found = string.Join(", ", train.ClassNames.Select((name, c) => $"{counts[c]} of {name}"));
        throw new ArgumentException($"At least two classes are needed, all with rows, but {train.Name} has {found}.");
    }

    /// <summary>A class whose rows all weigh nothing is as good as not there.</summary>
    public static void CheckClassWeights(TabularData train, double[]? weights)
    {
        if (weights is null) return;
        CheckWeights(weights, train.Count);
        var sums = new double[train.ClassNames.Count];
        for (int i = 0; i < weights.Length; i++) sums[train.Y[i]] += weights[i];
        int empty = Array.IndexOf(sums, 0);
        if (empty >= 0) throw new ArgumentException($"All rows of {train.ClassNames[empty]} have the weight 0.", nameof(weights));
    }

    public static void CheckTargets(float[] targets, int rows, string name)
    {
        ArgumentNullException.ThrowIfNull(targets, name);
        if (targets.Length != rows) throw new ArgumentException($"There are {targets.Length} targets for {rows} rows.", name);
        int bad = Array.FindIndex(targets, value => !float.IsFinite(value));
        if (bad >= 0)
            throw new ArgumentException(
                $"Target {bad} is {targets[bad]}: every target must be finite. Leave such rows out.", name);
    }

    public static void CheckWeights(double[] weights, int rows)
    {
        if (weights.Length != rows)
            throw new ArgumentException($"There are {weights.Length} weights for {rows} rows.", nameof(weights));
        int bad = Array.FindIndex(weights, weight => !(double.IsFinite(weight) && weight >= 0));
        if (bad >= 0)
            throw new ArgumentException(
                $"Row {bad} has the weight {weights[bad]}; weights are finite and at least 0.", nameof(weights));
        if (weights.Sum() <= 0)
            throw new ArgumentException("All weights are 0: there is nothing to learn from.", nameof(weights));
    }
}
