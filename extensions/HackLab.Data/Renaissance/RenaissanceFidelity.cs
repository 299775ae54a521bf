namespace HackLab.Data.Renaissance;

/// <summary>Simulated lines beside those of the real scan, measured the same way.</summary>
internal static class RenaissanceFidelity
{
    internal const string Id = "renaissance";
    private const int SimulatedLines = 480;

    internal static IEnumerable<FidelityRow> Compare(string realFolder, CancellationToken cancellation)
    {
        string folder = Path.Combine(realFolder, "renaissance");
        if (!Directory.Exists(folder)) yield break;
        TextLines simulated = Datasets.Renaissance.Simulate(SimulatedLines, seed: 1);
        cancellation.ThrowIfCancellationRequested();
        if (RealLines(folder, cancellation, out string why) is not { } real)
        {
            yield return new FidelityRow(Id, "print of the lines", null, null, null, null, why);
            yield break;
        }
        PrintMeasures a = PrintMeasures.Of(simulated), b = PrintMeasures.Of(real);
        string note = $"difference as a share of the real number; {SimulatedLines} simulated lines, {real.Count} real ones";
        yield return Row("dark pixels, share", a.InkShare, b.InkShare, 0.25, note);
        yield return Row("stroke along a row (px)", a.StrokeWidth, b.StrokeWidth, 0.2, note);
        yield return Row("character with blanks (px)", a.CharacterWidth, b.CharacterWidth, 0.15, note);
        yield return Row("brightness of paper", a.Paper, b.Paper, 0.1, note);
        yield return Row("brightness of ink", a.Ink, b.Ink, 0.35, note);
    }

    private static TextLines? RealLines(string folder, CancellationToken cancellation, out string why)
    {
        try
        {
            RenaissanceScan scan = Datasets.Renaissance.LoadScan(folder, cancellation);
            why = "";
            return scan.Lines;
        }
        catch (MissingToolException e)
        {
            why = e.Message;
            return null;
        }
    }

    private static FidelityRow Row(string quantity, double simulated, double real, double limit, string note) =>
        new(Id, quantity, simulated, real, Math.Abs(simulated - real) / real, limit, note);
}
