using HackLab.Data;

namespace HackLab.Tests.Charts;

/// <summary>Rows to draw.</summary>
internal static class Samples
{
    public static TabularData Data(int rows, int features = 3)
    {
        var random = new Random(8);
        string[] names = ["mass", "angle", "tail"];
        Feature[] columns = [.. Enumerable.Range(0, features).Select(j => new Feature(j < 3 ? names[j] : $"feature_{j}", j == 1 ? "rad" : "GeV"))];
        int[] y = [.. Enumerable.Range(0, rows).Select(i => i % 3 == 0 ? 1 : 0)];
        float[] x = new float[rows * features];
        for (int i = 0; i < x.Length; i++)
        {
            double u = random.NextDouble() + random.NextDouble() + (0.2 * y[i / features]);
            x[i] = (float)(i % features == 1 ? u - 1 : i % features == 2 ? Math.Exp(5 * u) : u);
        }
        return new TabularData("made up", columns, x, y, ["background", "signal"]);
    }

    public static long[,] Counts(int classes)
    {
        var counts = new long[classes, classes];
        for (int t = 0; t < classes; t++)
        {
            for (int p = 0; p < classes; p++) counts[t, p] = t == p ? 90_000 + t : (t * p) % 7;
        }
        return counts;
    }
}
