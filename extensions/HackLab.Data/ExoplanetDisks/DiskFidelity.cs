using HackLab.Simulation.Disks;

namespace HackLab.Data.ExoplanetDisks;

/// <summary>
/// What can be set beside the one real picture at hand, a debris disk in scattered light: little. Numbers of shape are given
/// without a limit; no simulated picture shows the same kind of light.
/// </summary>
internal static class DiskFidelity
{
    private const string Id = "exoplanet-disks";
    private const int Pixels = 64;

    internal static IEnumerable<FidelityRow> Compare(string realFolder, CancellationToken cancellation)
    {
        string folder = Path.Combine(realFolder, "disks");
        if (!Directory.Exists(folder)) yield break;
        DiskImages made = DiskSimulator.Generate(200, Pixels, seed: 7, snapshots: 1, cancellation);
        double[] ratios = [.. Enumerable.Range(0, 200).Select(i => AxisRatio(made.X.AsSpan(i * Pixels * Pixels, Pixels * Pixels))).Order()];
        foreach (string file in Directory.EnumerateFiles(folder, "*.fits").Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var picture = new float[Pixels * Pixels];
            DiskFiles.ReadPicture(file, Pixels, picture);
            double real = AxisRatio(picture);
            yield return new FidelityRow(
                Id, $"{Path.GetFileName(file)}: short over long axis of the brightest 5 % of pixels", ratios[100], real, null, null,
                $"median of 200 simulated disks ({ratios[10]:F2} to {ratios[189]:F2} hold 90 %); scattered light of a debris disk with the star "
                + "subtracted, so brightness, noise and rings are not compared: the simulator makes thermal light of dust at 1.25 mm");
        }
        foreach (string file in Directory.EnumerateFiles(folder, "*.jp*g").Order(StringComparer.Ordinal))
            yield return new FidelityRow(Id, Path.GetFileName(file), null, null, null, null, "not compared: a coloured picture for the eye, not brightness");
        yield return new FidelityRow(Id, "pictures of the challenge", null, null, null, null, "not compared: none are at hand");
    }

    /// <summary>√ of the ratio of the two principal second moments of the brightest 5 % of pixels about their centre.</summary>
    private static double AxisRatio(ReadOnlySpan<float> picture)
    {
        float[] sorted = picture.ToArray();
        Array.Sort(sorted);
        float least = sorted[sorted.Length * 95 / 100];
        double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < picture.Length; i++)
        {
            if (picture[i] < least) continue;
            (double u, double v) = (i % Pixels, i / Pixels);
            (n, x, y, xx, yy, xy) = (n + 1, x + u, y + v, xx + (u * u), yy + (v * v), xy + (u * v));
        }
        (x, y) = (x / n, y / n);
        (xx, yy, xy) = ((xx / n) - (x * x), (yy / n) - (y * y), (xy / n) - (x * y));
        double half = Math.Sqrt((0.25 * (xx - yy) * (xx - yy)) + (xy * xy)), mean = 0.5 * (xx + yy);
        return Math.Sqrt(Math.Max(0, mean - half) / (mean + half));
    }
}
