using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts.Internals;

/// <summary>The two views of a collider event.</summary>
internal sealed class EventPanels(IReadOnlyList<EventParticle> particles, MissingMomentum? missing, EventOptions options)
{
    /// <summary>In a crowd only the hardest have names beside them.</summary>
    private readonly int _named = particles.Count > 20 ? 4 : 20;

    private double Largest => particles.Count > 20 ? 4 : 7;

    private readonly string[] _kinds = [.. particles.Select(p => p.Kind).Distinct()];
    private readonly double _most = Math.Max(particles.Max(p => p.Pt), missing?.Pt ?? 0) is > 0 and var most ? most : 1;

    private static bool IsJet(string kind) => kind.Contains("jet", StringComparison.OrdinalIgnoreCase);

    public string Say(EventParticle p) =>
        $"{p.Kind}: pT {Numbers.Short(p.Pt)} {options.Unit}, η {Numbers.Short(p.Eta)}, φ {Numbers.Short(Turned(p.Phi))}{(p.Mass > 0 ? $", mass {Numbers.Short(p.Mass)} {options.Unit}" : "")}";

    public IReadOnlyList<LegendEntry> Legend() =>
    [
        .. _kinds.Select((kind, i) => LegendEntry.Points(LookOf(kind), $"{kind} ({particles.Count(p => p.Kind == kind)})")),
        .. missing is null ? Array.Empty<LegendEntry>() : [new LegendEntry(Missing, "missing momentum", IsArea: false)],
    ];

    /// <summary>Momenta across the beam as lines from the middle, over circles of equal momentum.</summary>
    public Panel AlongBeam()
    {
        double reach = _most * 1.15;
        List<Mark> marks = [];
        foreach (Tick ring in Ticks.Within(0, _most, 3).Where(t => t.Value > 0))
            marks.Add(new Strokes([Circle(0, 0, ring.Value, ring.Value)], Palette.Grid, 1));
        foreach (EventParticle p in particles.OrderBy(p => p.Pt))
        {
            Look look = LookOf(p.Kind);
            (double x, double y) = (p.Pt * Math.Cos(p.Phi), p.Pt * Math.Sin(p.Phi));
            if (IsJet(p.Kind)) marks.Add(new Shape([Cone(p)], Say(p)) { Look = look with { Dash = "" }, Edge = 1.4 });
            else marks.Add(new Strokes([[(0, 0), (x, y)]], look.Colour, 2.4,
                p.Kind.Contains("photon", StringComparison.OrdinalIgnoreCase) ? "5 3" : "", Say(p)));
            marks.Add(new Dots([x], [y], look, particles.Count > 40 ? 3 : 4.5) { Hover = [Say(p)] });
        }
        if (missing is { Pt: > 0 } lost)
            marks.Add(new Arrow(0, 0, lost.Pt * Math.Cos(lost.Phi), lost.Pt * Math.Sin(lost.Phi), Missing.Colour, 2.2,
                Missing.Dash, $"missing momentum {Numbers.Short(lost.Pt)} {options.Unit}"));
        marks.Add(new FreeLabels([.. particles.OrderByDescending(p => p.Pt).Take(_named).Select(p =>
            new PointName(p.Pt * Math.Cos(p.Phi), p.Pt * Math.Sin(p.Phi), 5, $"{p.Kind} {Numbers.Short(p.Pt)}"))]));
        return new Panel(new Axis($"px [{options.Unit}]", -reach, reach) { Grid = false },
            new Axis($"py [{options.Unit}]", -reach, reach) { Grid = false }, marks)
        {
            Title = "Along the beam", Square = true,
        };
    }

    /// <summary>Where things went: η along, φ around the beam.</summary>
    public Panel Unrolled()
    {
        double reach = Math.Max(2.5, particles.Max(p => Math.Abs(p.Eta)) + options.JetRadius + 0.1);
        List<Mark> marks = [];
        foreach (EventParticle jet in particles.Where(p => IsJet(p.Kind)))
        {
            // A circle that reaches beyond ±π comes in again on the other side.
            foreach (double turn in (double[])[-2 * Math.PI, 0, 2 * Math.PI])
            {
                var inside = Circle(jet.Eta, Turned(jet.Phi) + turn, options.JetRadius, options.JetRadius);
                foreach (IReadOnlyList<(double X, double Y)> part in Within(inside)) marks.Add(new Strokes([part],
                    LookOf(jet.Kind).Colour, 1.4));
            }
        }
        foreach (string kind in _kinds)
        {
            EventParticle[] own = [.. particles.Where(p => p.Kind == kind)];
            marks.Add(new Dots([.. own.Select(p => p.Eta)], [.. own.Select(p => Turned(p.Phi))], LookOf(kind), 5)
            {
                Radii = [.. own.Select(p => 2.5 + (Largest * Math.Sqrt(p.Pt / _most)))], Hover = [.. own.Select(Say)],
            });
        }
        if (missing is not null) marks.Add(new Strokes([[(-reach, Turned(missing.Phi)), (reach, Turned(missing.Phi))]],
            Missing.Colour, 1.8, Missing.Dash, $"missing momentum at φ {Numbers.Short(Turned(missing.Phi))}, η unknown"));
        marks.Add(new FreeLabels([.. particles.OrderByDescending(p => p.Pt).Take(_named).Select(p =>
            new PointName(p.Eta, Turned(p.Phi), 4 + (Largest * Math.Sqrt(p.Pt / _most)), p.Kind))]));
        Tick[] quarters =
            [new(-Math.PI, "−π"), new(-Math.PI / 2, "−π/2"), new(0, "0"), new(Math.PI / 2, "π/2"), new(Math.PI, "π")];
        return new Panel(new Axis("pseudorapidity η", -reach, reach), new Axis("φ [rad]", -Math.PI, Math.PI) { Given = quarters },
            marks) { Title = "Unrolled" };
    }

    private static readonly Look Missing = new(Palette.Ink, "7 4", Fill.Plain, Marker.Circle);

    private Look LookOf(string kind) => Palette.Of(Array.IndexOf(_kinds, kind)) with { Dash = "" };

    private static double Turned(double phi) => phi - (2 * Math.PI * Math.Round(phi / (2 * Math.PI)));

    private List<(double X, double Y)> Cone(EventParticle jet)
    {
        var outline = new List<(double X, double Y)> { (0, 0) };
        for (int i = 0; i <= 12; i++)
        {
            double phi = jet.Phi + (options.JetRadius * ((i / 6.0) - 1));
            outline.Add((jet.Pt * Math.Cos(phi), jet.Pt * Math.Sin(phi)));
        }
        return outline;
    }

    private static List<(double X, double Y)> Circle(double x, double y, double rx, double ry) =>
        [.. Enumerable.Range(0, 49).Select(i => (x + (rx * Math.Cos(i * Math.PI / 24)), y + (ry * Math.Sin(i * Math.PI / 24))))];

    /// <summary>The parts of a line between −π and π.</summary>
    private static IEnumerable<IReadOnlyList<(double X, double Y)>> Within(List<(double X, double Y)> line)
    {
        var part = new List<(double X, double Y)>();
        foreach ((double X, double Y) point in line)
        {
            if (Math.Abs(point.Y) <= Math.PI) part.Add(point);
            if (Math.Abs(point.Y) <= Math.PI || part.Count == 0) continue;
            if (part.Count > 1) yield return part;
            part = [];
        }
        if (part.Count > 1) yield return part;
    }

    /// <summary>The objects of a row whose features come in threes, and the missing momentum.</summary>
    public static (IReadOnlyList<EventParticle> Particles, MissingMomentum? Missing) FromRow(TabularData data, int row)
    {
        float[] values = data.Row(row).ToArray();
        double? Value(string name)
        {
            int j = data.Features.ToList().FindIndex(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            return j < 0 || !float.IsFinite(values[j]) ? null : values[j];
        }
        var found = new List<EventParticle>();
        MissingMomentum? missing = null;
        bool any = false;
        foreach (string name in data.Features.Select(f => f.Name))
        {
            if (name.EndsWith("_met", StringComparison.OrdinalIgnoreCase) && Value(name) is >= 0 and { } size
                && Value(name + "_phi") is { } angle) missing = new(size, angle);
            if (!name.EndsWith("_pt", StringComparison.OrdinalIgnoreCase)) continue;
            string stem = name[..^3];
            if (!data.Features.Any(f => f.Name.Equals(stem + "_eta", StringComparison.OrdinalIgnoreCase))) continue;
            any = true;
            if (Value(name) is > 0 and { } pt && Value(stem + "_eta") is { } eta && Value(stem + "_phi") is { } phi
                && Math.Abs(phi) <= 2 * Math.PI)
                found.Add(new EventParticle(KindOf(stem), pt, eta, phi));
        }
        if (!any)
        {
            throw new ArgumentException(
                $"{data.Name} has no features called …_pt, …_eta and …_phi. Pass the particles themselves.", nameof(data));
        }
        if (found.Count == 0)
            throw new ArgumentException($"Event {row} of {data.Name} has no object with a momentum above 0.", nameof(row));
        return (found, missing);
    }

    private static string KindOf(string stem)
    {
        string name = stem.StartsWith("PRI_", StringComparison.Ordinal) ? stem[4..] : stem;
        return IsJet(name) ? "jet" : name.StartsWith("lep", StringComparison.OrdinalIgnoreCase) ? "lepton" : name;
    }
}
