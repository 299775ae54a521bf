namespace HackLab.Evaluation.Internals;

/// <summary>Whether the numbers of a column may be handed in, and whether they look like a mistake.</summary>
internal static class ColumnCheck
{
    private const int FewValues = 10, ManyRows = 100;

    // Shares written with two or three digits do not add up to exactly 1.
    private const double Rounding = 0.01;

    public static IEnumerable<string> Problems(PredictionTable table, int j, PredictionColumn column)
    {
        (int notFinite, int outside, int firstNotFinite, int firstOutside) = (0, 0, 0, 0);
        for (int i = 0; i < table.Rows; i++)
        {
            double value = table.Values[(i * table.Columns) + j];
            if (!double.IsFinite(value))
            {
                if (notFinite++ == 0) firstNotFinite = i;
            }
            else if ((value < column.Min || value > column.Max) && outside++ == 0)
            {
                firstOutside = i;
            }
        }
        if (notFinite > 0)
            yield return Words.Of($"{notFinite:N0} values of {column.Name} are no finite numbers, first {At(firstNotFinite)}: ")
                + "look where your model divides by zero or takes the logarithm of it.";
        if (outside > 0)
            yield return Words.Of(
                $"{outside:N0} values of {column.Name} are outside of {column.Min} to {column.Max}, first {At(firstOutside)}.");

        string At(int row) => table.Ids is { } ids
            ? Words.Of($"{table.Values[(row * table.Columns) + j]} in row {row + 1:N0} (id {IdCheck.Shown(ids[row])})")
            : Words.Of($"{table.Values[(row * table.Columns) + j]} in row {row + 1:N0}");
    }

    /// <summary>Whether the numbers of each row add up to what they should.</summary>
    public static IEnumerable<string> SumProblems(PredictionTable table, double expected)
    {
        (int wrong, int first, double firstSum) = (0, 0, 0);
        for (int i = 0; i < table.Rows; i++)
        {
            double sum = Enumerable.Range(i * table.Columns, table.Columns).Sum(k => table.Values[k]);
            // Not a number is told of by column.
            if (Math.Abs(sum - expected) > Rounding && wrong++ == 0) (first, firstSum) = (i, sum);
        }
        if (wrong == 0) yield break;
        string id = table.Ids is { } ids ? $" (id {IdCheck.Shown(ids[first])})" : "";
        yield return Words.Of($"{wrong:N0} rows do not add up to {expected}, first row {first + 1:N0}{id}: {firstSum:0.###}. ")
            + "Shares of classes come from softmax: divide each by their sum.";
    }

    public static IEnumerable<string> Warnings(PredictionTable table, int j, PredictionColumn column)
    {
        if (table.Rows < ManyRows) yield break;
        var values = new HashSet<double>();
        for (int i = 0; i < table.Rows && values.Count < FewValues; i++) values.Add(table.Values[(i * table.Columns) + j]);
        if (values.Count == 1) yield return Words.Of($"All values of {column.Name} are equal: did the model learn anything?");
        else if (values.Count < FewValues)
            yield return Words.Of($"{column.Name} has only {values.Count} different values: hand in scores, not decisions.");
    }
}
