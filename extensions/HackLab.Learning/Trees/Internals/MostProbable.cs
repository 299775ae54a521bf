namespace HackLab.Learning.Internals;

/// <summary>Picks the class of the largest probability.</summary>
internal static class MostProbable
{
    /// <summary>Per row of probabilities, shape [n, classes], the first class with the largest.</summary>
    public static int[] Of(float[] probabilities, int classes)
    {
        var predicted = new int[probabilities.Length / classes];
        for (int i = 0; i < predicted.Length; i++)
        {
            ReadOnlySpan<float> row = probabilities.AsSpan(i * classes, classes);
            for (int c = 1; c < classes; c++) if (row[c] > row[predicted[i]]) predicted[i] = c;
        }
        return predicted;
    }
}
