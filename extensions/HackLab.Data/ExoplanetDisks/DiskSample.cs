using HackLab.Simulation.Disks;

namespace HackLab.Data.ExoplanetDisks;

/// <summary>
/// The sample inside the library: per picture a byte with the number of planets, then 64 × 64 bytes of logarithmic brightness in
/// units of 1/255; four snapshots of each run.
/// </summary>
internal static class DiskSample
{
    internal const int Pixels = 64, Pictures = 256;

    internal const long Seed = 1250;

    private const int PictureBytes = 1 + (Pixels * Pixels);

    internal static EmbeddedSample Embedded { get; } = new("exoplanet-disks/exoplanet-disks-sample.bin.gz", Make);

    internal static LabelledImages Load(int pixels, DiskStretch stretch)
    {
        if (pixels < 1 || Pixels % pixels != 0) throw new ArgumentException($"The sample has {Pixels} pixels a side; {pixels} is no divisor of that.", nameof(pixels));
        using Stream stream = Embedded.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        ReadOnlySpan<byte> bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        int n = bytes.Length / PictureBytes, block = Pixels / pixels;
        var x = new float[n * pixels * pixels];
        var y = new int[n];
        for (int i = 0; i < n; i++)
        {
            y[i] = bytes[i * PictureBytes] > 0 ? 1 : 0;
            for (int p = 0; p < Pixels * Pixels; p++)
            {
                float value = bytes[(i * PictureBytes) + 1 + p] / 255f;
                if (block > 1 || stretch == DiskStretch.Linear) value = DiskBrightness.FromLogarithmic(value);
                x[(i * pixels * pixels) + (p / Pixels / block * pixels) + (p % Pixels / block)] += value / (block * block);
            }
        }
        // Averaged as brightness, not as logarithm.
        if (block > 1) DiskBrightness.Apply(x, stretch);
        int[] groups = [.. Enumerable.Range(0, n).Select(i => i / DiskSimulator.SnapshotsPerRun)];
        return new LabelledImages("Protoplanetary disks, sample (simulated)", x, y, ExoplanetDisksDataset.ClassNames, pixels, pixels, groups: groups);
    }

    private static byte[] Make()
    {
        DiskImages made = DiskSimulator.Generate(Pictures, Pixels, Seed);
        DiskBrightness.Apply(made.X, DiskStretch.Logarithmic);
        var bytes = new byte[Pictures * PictureBytes];
        for (int i = 0; i < Pictures; i++)
        {
            bytes[i * PictureBytes] = (byte)made.Runs[made.Run[i]].Planets.Count;
            for (int p = 0; p < Pixels * Pixels; p++) bytes[(i * PictureBytes) + 1 + p] = (byte)MathF.Round(made.X[(i * Pixels * Pixels) + p] * 255);
        }
        return bytes;
    }
}
