namespace HackLab.Learning.Internals;

/// <summary>What the criteria of classes share.</summary>
internal static class ClassWeights
{
    public static double Total(ReadOnlySpan<double> sums)
    {
        double total = 0;
        foreach (double sum in sums) total += sum;
        return total;
    }

    public static void Shares(ReadOnlySpan<double> sums, Span<float> prediction)
    {
        double total = Total(sums);
        for (int k = 0; k < sums.Length; k++) prediction[k] = (float)(sums[k] / total);
    }
}
