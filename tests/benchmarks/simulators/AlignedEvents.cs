using HackLab.Data;

namespace HackLab.Simulation.Benchmarks;

/// <summary>
/// The low-level features of an event with its symmetries taken out: nothing changes when an event is turned about the beam,
/// mirrored through a plane that holds the beam, or mirrored end to end. So each is turned until its lepton points along x,
/// and mirrored until the missing energy points to positive y and the lepton to positive η. Angles become components, which know no
/// jump at ±π. No mass is computed, and no feature is used but the 21.
/// </summary>
internal static class AlignedEvents
{
    private const double PhiScale = Math.PI / 1.7434; // radians per unit of a published φ
    private const int Jets = 4;

    internal static TabularData Of(TabularData low)
    {
        string[] names = ["lepton pT", "lepton η", "missing x", "missing y", "missing E", .. Enumerable.Range(1, Jets)
            .SelectMany(k => new[] { $"jet {k} x", $"jet {k} y", $"jet {k} pT", $"jet {k} η", $"jet {k} cos φ", $"jet {k} sin φ", $"jet {k} b-tag" })];
        var x = new float[low.Count * names.Length];
        Parallel.For(0, low.Count, i => Write(low.Row(i), x.AsSpan(i * names.Length, names.Length)));
        return new TabularData(low.Name, [.. names.Select(name => new Feature(name, name, ""))], x, low.Y, low.ClassNames);
    }

    private static void Write(ReadOnlySpan<float> row, Span<float> to)
    {
        double missing = (row[4] - row[2]) * PhiScale;
        int end = row[1] < 0 ? -1 : 1, side = Math.Sin(missing) < 0 ? -1 : 1;
        (to[0], to[1]) = (row[0], end * row[1]);
        (to[2], to[3], to[4]) = ((float)(row[3] * Math.Cos(missing)), (float)(side * row[3] * Math.Sin(missing)), row[3]);
        for (int k = 0; k < Jets; k++)
        {
            ReadOnlySpan<float> jet = row.Slice(5 + (4 * k), 4);
            double phi = (jet[2] - row[2]) * PhiScale, cos = Math.Cos(phi), sin = side * Math.Sin(phi);
            Span<float> j = to.Slice(5 + (7 * k), 7);
            (j[0], j[1], j[2], j[3]) = ((float)(jet[0] * cos), (float)(jet[0] * sin), jet[0], end * jet[1]);
            (j[4], j[5], j[6]) = ((float)cos, (float)sin, jet[3]);
        }
    }
}
