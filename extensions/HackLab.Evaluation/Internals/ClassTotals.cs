namespace HackLab.Evaluation.Internals;

/// <summary>
/// For each class: how much weight is of it, is called so, and both. Precision, recall and their kin need no more. The classes
/// are those that occur in the truth or the predictions, or a given number of them from 0 on.
/// </summary>
internal sealed class ClassTotals
{
    private ClassTotals(int[] labels) =>
        (Labels, True, Called, Hit) = (labels, new double[labels.Length], new double[labels.Length], new double[labels.Length]);

    /// <summary>The classes' numbers, rising, shape [classes].</summary>
    public int[] Labels { get; }

    /// <summary>Weight of each class's rows.</summary>
    public double[] True { get; }

    /// <summary>Weight of the rows called so.</summary>
    public double[] Called { get; }

    /// <summary>Weight of the rows that are both.</summary>
    public double[] Hit { get; }

    /// <summary>Weight of all rows.</summary>
    public double Total { get; private set; }

    /// <summary>Counts classes as they occur.</summary>
    public static ClassTotals Of(ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, ReadOnlySpan<double> weights)
    {
        BinaryInput.Length(y.Length, yHat.Length, "predictions");
        var labels = new SortedSet<int>();
        // Runs of the same label are frequent; asking the set only at changes keeps long inputs quick.
        for (int i = 0; i < y.Length; i++)
        {
            if (i == 0 || y[i] != y[i - 1]) labels.Add(y[i]);
            if (yHat[i] != y[i]) labels.Add(yHat[i]);
        }
        return Count(new ClassTotals([.. labels]), y, yHat, weights);
    }

    /// <summary>Counts classes 0 to classes − 1; others are refused.</summary>
    public static ClassTotals Of(ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, int classes, ReadOnlySpan<double> weights)
    {
        BinaryInput.Length(y.Length, yHat.Length, "predictions");
        if (classes < 2) throw new ArgumentException($"At least 2 classes are needed, but there are {classes}.", nameof(classes));
        for (int i = 0; i < y.Length; i++)
        {
            if ((uint)y[i] < (uint)classes && (uint)yHat[i] < (uint)classes) continue;
            throw new ArgumentException(
                $"Row {i} has true class {y[i]} and predicted class {yHat[i]}; classes are numbered 0 to "
                + $"{classes - 1}.", nameof(y));
        }
        return Count(new ClassTotals([.. Enumerable.Range(0, classes)]), y, yHat, weights);
    }

    private static ClassTotals Count(
        ClassTotals totals, ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, ReadOnlySpan<double> weights)
    {
        var each = new RowWeights(y.Length, weights);
        var index = new Dictionary<int, int>();
        for (int c = 0; c < totals.Labels.Length; c++) index.Add(totals.Labels[c], c);
        for (int i = 0; i < y.Length; i++)
        {
            int truth = index[y[i]], called = y[i] == yHat[i] ? truth : index[yHat[i]];
            totals.True[truth] += each[i];
            totals.Called[called] += each[i];
            if (truth == called) totals.Hit[truth] += each[i];
        }
        totals.Total = each.Total;
        return totals;
    }
}
