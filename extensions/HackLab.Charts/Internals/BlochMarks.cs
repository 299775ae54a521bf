using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts.Internals;

/// <summary>Draws a Bloch sphere seen from the front, a little from above and from the side of x.</summary>
internal static class BlochMarks
{
    private const double Elevation = 18 * Math.PI / 180, Azimuth = 30 * Math.PI / 180;
    private const int Steps = 72;

    /// <summary>Outline, equator, the meridian through x, axes and their names; what lies behind is dashed.</summary>
    public static IEnumerable<Mark> Sphere()
    {
        yield return Circle(t => (Math.Cos(t), Math.Sin(t)), Palette.Frame);
        foreach (Mark mark in Ring(t => (Math.Cos(t), Math.Sin(t), 0))) yield return mark;
        foreach (Mark mark in Ring(t => (Math.Sin(t), 0, Math.Cos(t)))) yield return mark;
        foreach ((double x, double y, double z) in new[] { (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0) })
            yield return new Strokes([[At(-x, -y, -z), At(x, y, z)]], Palette.Frame, 1, "2 3");
        foreach (Label name in AxisNames()) yield return name;
    }

    /// <summary>An arrow for each state, with their names.</summary>
    public static IEnumerable<Mark> Arrows(IReadOnlyList<BlochVector> vectors, string[] said)
    {
        for (int i = 0; i < vectors.Count; i++) yield return Arrow(vectors[i], Palette.Of(i), said[i]);
        yield return Names(vectors);
    }

    /// <summary>The tips joined by a line, an arrow to the last.</summary>
    public static IEnumerable<Mark> Path(IReadOnlyList<BlochVector> vectors, string[] said)
    {
        (double X, double Y)[] tips = [.. vectors.Select(v => At(v.X, v.Y, v.Z))];
        Look look = Palette.Of(1);
        if (tips.Length > 1) yield return new Strokes([tips], look.Colour, 1.6);
        yield return new Dots([.. tips.Select(p => p.X)], [.. tips.Select(p => p.Y)], look, tips.Length <= 40 ? 3.5 : 2) { Hover = said };
        yield return Arrow(vectors[^1], Palette.Of(0), said[^1]);
        yield return Names(vectors);
    }

    private static Mark Arrow(BlochVector v, Look look, string said)
    {
        (double x, double y) = At(v.X, v.Y, v.Z);
        // A vector that is nearly 0, or points at the viewer, has no direction to be seen.
        return Math.Abs(x) + Math.Abs(y) < 0.06 ? new Dots([x], [y], look, 5) { Hover = [said] } : new Arrow(0, 0, x, y, look.Colour, 2.6, "", said);
    }

    private static FreeLabels Names(IReadOnlyList<BlochVector> vectors) => new([.. vectors.Where(v => v.Name.Length > 0).Select(v =>
    {
        (double x, double y) = At(v.X, v.Y, v.Z);
        return new PointName(x, y, 4, v.Name);
    })]) { Beside = [.. AxisNames()] };

    private static IEnumerable<Label> AxisNames()
    {
        foreach ((string name, double x, double y, double z) in new (string, double, double, double)[]
        {
            ("|0⟩", 0, 0, 1.13), ("|1⟩", 0, 0, -1.13), ("x: |+⟩", 1.3, 0, 0), ("y: |i⟩", 0, 1.22, 0),
        })
        {
            (double left, double up) = At(x, y, z);
            yield return new Label(left, up, name, "middle") { Colour = Palette.Muted };
        }
    }

    /// <summary>The half of a great circle that is in front, solid, and the one behind, dashed.</summary>
    private static IEnumerable<Mark> Ring(Func<double, (double X, double Y, double Z)> point)
    {
        var front = new List<IReadOnlyList<(double, double)>>();
        var behind = new List<IReadOnlyList<(double, double)>>();
        for (int i = 0; i < Steps; i++)
        {
            (double X, double Y, double Z) a = point(2 * Math.PI * i / Steps), b = point(2 * Math.PI * (i + 1) / Steps);
            (Depth(a) + Depth(b) >= 0 ? front : behind).Add([At(a.X, a.Y, a.Z), At(b.X, b.Y, b.Z)]);
        }
        yield return new Strokes(front, Palette.Frame, 1.2);
        yield return new Strokes([.. behind.Where((_, i) => i % 2 == 0)], Palette.Frame, 0.9);
    }

    private static Strokes Circle(Func<double, (double, double)> point, string colour) =>
        new([[.. Enumerable.Range(0, Steps + 1).Select(i => point(2 * Math.PI * i / Steps))]], colour, 1.6);

    /// <summary>Where a point of space lies on the paper.</summary>
    private static (double X, double Y) At(double x, double y, double z)
    {
        double towards = (x * Math.Cos(Azimuth)) + (y * Math.Sin(Azimuth));
        return ((y * Math.Cos(Azimuth)) - (x * Math.Sin(Azimuth)), (z * Math.Cos(Elevation)) - (towards * Math.Sin(Elevation)));
    }

    /// <summary>How far a point is in front of the centre.</summary>
    private static double Depth((double X, double Y, double Z) p) =>
        (((p.X * Math.Cos(Azimuth)) + (p.Y * Math.Sin(Azimuth))) * Math.Cos(Elevation)) + (p.Z * Math.Sin(Elevation));
}
