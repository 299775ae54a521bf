using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts.Internals;

/// <summary>Draws columns of a circuit: x counts pixels, y counts wires from the top, each in its middle at a half.</summary>
internal sealed class CircuitMarks(CircuitLayout circuit, IReadOnlyList<string> names, double nameWidth)
{
    private const double Half = 15, Ring = 11, Dot = 4.5;

    private static readonly Look Line = new(Palette.Ink, "", Fill.Plain, Marker.Circle),
        Box = new(Palette.Blue, "", Fill.Plain, Marker.Circle);

    /// <summary>
    /// The panel of columns from <paramref name="first"/> up to before <paramref name="end"/>, this many pixels wide.
    /// </summary>
    public Panel Row(int first, int end, double width)
    {
        double[] widths = circuit.Widths;
        double Left(int column) => widths.Skip(first).Take(column - first).Sum();
        var marks = new List<Mark>();
        for (int wire = 0; wire < circuit.Wires; wire++)
        {
            marks.Add(new Strokes([[(0, wire + 0.5), (Left(end), wire + 0.5)]], Palette.Muted, 1.4));
            marks.Add(new Label(0, wire + 0.5, TextWidth.Shorten(names[wire], Style.Text, nameWidth - 8), "end") { Dx = -6 });
        }
        foreach (PlacedGate placed in circuit.Gates.Where(g => g.Column >= first && g.Column < end))
            marks.AddRange(Gate(placed.Gate, Left(placed.Column) + (widths[placed.Column] / 2)));
        double height = circuit.Wires * CircuitLayout.WireGap;
        return new Panel(Axis.Unseen(-nameWidth, width), Axis.Unseen(0, circuit.Wires) with { Reversed = true },
            marks) { Aspect = (nameWidth + width) / height };
    }

    private IEnumerable<Mark> Gate(CircuitGate gate, double x)
    {
        string kind = CircuitLayout.Kind(gate), hover = Say(gate);
        if (kind == "BARRIER")
        {
            (int from, int to) = gate.Targets.Count == 0 ? (0, circuit.Wires - 1) : (gate.Targets.Min(), gate.Targets.Max());
            yield return new Strokes([[(x, from + 0.1), (x, to + 0.9)]], Palette.Muted, 1.6, "4 4", hover);
            yield break;
        }
        int[] all = [.. gate.Targets, .. gate.Controls];
        // Measurements of several wires have nothing to do with each other.
        if (all.Length > 1 && kind != "M") yield return new Strokes([[(x, all.Min() + 0.5), (x, all.Max() + 0.5)]], Palette.Ink,
            1.8, "", hover);
        foreach (Mark mark in kind switch
        {
            "CX" => Target(x, gate.Targets[0] + 0.5, hover),
            "CZ" => [new Dots([x], [gate.Targets[0] + 0.5], Line, Dot) { Hover = [hover] }],
            "SWAP" => gate.Targets.SelectMany(wire => Cross(x, wire + 0.5, hover)),
            "M" => gate.Targets.SelectMany(wire => Meter(x, wire + 0.5, hover)),
            _ => Boxes(gate, x, hover),
        }) yield return mark;
        if (gate.Controls.Count > 0)
            yield return new Dots([.. gate.Controls.Select(_ => x)], [.. gate.Controls.Select(wire => wire + 0.5)], Line,
                Dot) { Hover = [.. gate.Controls.Select(_ => hover)] };
    }

    private static string Say(CircuitGate gate)
    {
        string on = gate.Targets.Count == 0 ? "" : $" on {string.Join(", ", gate.Targets)}";
        return $"{CircuitLayout.BoxText(gate)}{on}{(gate.Controls.Count > 0 ? $", controlled by {string.Join(", ", gate.Controls)}" : "")}";
    }

    /// <summary>A box over neighbouring targets, or one on each if others lie between.</summary>
    private IEnumerable<Mark> Boxes(CircuitGate gate, double x, string hover)
    {
        int[] wires = [.. gate.Targets.Order()];
        bool together = wires[^1] - wires[0] == wires.Length - 1;
        foreach ((int from, int to) in together ? [(wires[0], wires[^1])] : wires.Select(w => (w, w)))
        {
            yield return BoxAt(x, from, to, CircuitLayout.BoxWidth(gate) / 2, hover);
            yield return new Label(x, (from + to + 1) / 2.0, CircuitLayout.BoxText(gate));
        }
    }

    private Shape BoxAt(double x, int from, int to, double half, string hover)
    {
        double w = half, h = Half / CircuitLayout.WireGap;
        return new Shape([[(x - w, from + 0.5 - h), (x + w, from + 0.5 - h), (x + w, to + 0.5 + h), (x - w, to + 0.5 + h)]],
            hover) { Colour = "#e6f1f8", Look = Box };
    }

    private IEnumerable<Mark> Target(double x, double y, string hover)
    {
        (double rx, double ry) = (Ring, Ring / CircuitLayout.WireGap);
        yield return new Shape([Arc(x, y, rx, ry, 0, 2 * Math.PI)], hover) { Colour = Palette.Paper, Look = Line };
        yield return new Strokes([[(x - rx, y), (x + rx, y)], [(x, y - ry), (x, y + ry)]], Palette.Ink, 1.8);
    }

    private IEnumerable<Mark> Cross(double x, double y, string hover)
    {
        (double rx, double ry) = (7, 7 / CircuitLayout.WireGap);
        yield return new Strokes([[(x - rx, y - ry), (x + rx, y + ry)], [(x - rx, y + ry), (x + rx, y - ry)]], Palette.Ink, 2, "",
            hover);
    }

    private IEnumerable<Mark> Meter(double x, double y, string hover)
    {
        double sy = 1 / CircuitLayout.WireGap;
        yield return BoxAt(x, (int)y, (int)y, 16, hover);
        yield return new Strokes([Arc(x, y + (6 * sy), 10, 10 * sy, Math.PI, 2 * Math.PI)], Palette.Ink, 1.5);
        yield return new Strokes([[(x, y + (6 * sy)), (x + 7, y - (8 * sy))]], Palette.Ink, 1.5);
    }

    private static List<(double X, double Y)> Arc(double x, double y, double rx, double ry, double from, double to) =>
        [.. Enumerable.Range(0, 33).Select(i => from + ((to - from) * i / 32)).Select(a =>
            (x + (rx * Math.Cos(a)), y + (ry * Math.Sin(a))))];
}
