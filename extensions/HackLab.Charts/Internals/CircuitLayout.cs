namespace HackLab.Charts.Internals;

/// <summary>A gate and the column it stands in.</summary>
internal readonly record struct PlacedGate(CircuitGate Gate, int Column);

/// <summary>
/// Puts the gates of a circuit into columns, each as far left as the wires it spans are free, and columns into rows.
/// </summary>
internal sealed class CircuitLayout
{
    public const double WireGap = 46;

    private const double LeastColumn = 44, BesideBox = 14;

    private CircuitLayout(int wires, List<PlacedGate> gates, int columns) => (Wires, Gates, Columns) = (wires, gates, columns);

    public int Wires { get; }

    public IReadOnlyList<PlacedGate> Gates { get; }

    public int Columns { get; }

    /// <summary>How wide each column is in pixels: as its widest gate.</summary>
    public double[] Widths =>
    [
        .. Enumerable.Range(0, Columns).Select(c => Math.Max(LeastColumn,
            Gates.Where(g => g.Column == c).Select(g => BoxWidth(g.Gate) + BesideBox).DefaultIfEmpty(0).Max())),
    ];

    /// <summary>The columns that fit into rows of a width, at least one each.</summary>
    public IReadOnlyList<(int First, int End)> Rows(double width)
    {
        double[] widths = Widths;
        var rows = new List<(int, int)>();
        (int first, double used) = (0, 0);
        for (int c = 0; c < Columns; c++)
        {
            if (c > first && used + widths[c] > width)
            {
                rows.Add((first, c));
                (first, used) = (c, 0);
            }
            used += widths[c];
        }
        rows.Add((first, Columns));
        return rows;
    }

    public static CircuitLayout Of(int wires, IReadOnlyList<CircuitGate> gates)
    {
        var free = new int[wires];
        var placed = new List<PlacedGate>();
        for (int i = 0; i < gates.Count; i++)
        {
            CircuitGate gate = gates[i];
            (int first, int last) = Check(gate, i, wires);
            int column = Enumerable.Range(first, last - first + 1).Max(w => free[w]);
            placed.Add(new PlacedGate(gate, column));
            for (int w = first; w <= last; w++) free[w] = column + 1;
        }
        return new CircuitLayout(wires, placed, Math.Max(1, free.Max()));
    }

    /// <summary>What is written into a gate's box.</summary>
    public static string BoxText(CircuitGate gate)
    {
        if (gate.ParameterName is { } letter) return $"{gate.Name}({letter})";
        return gate.Parameters.Count == 0 ? gate.Name
            : $"{gate.Name}({string.Join(", ", gate.Parameters.Select(p => Numbers.Short(p)))})";
    }

    public static double BoxWidth(CircuitGate gate) =>
        HasSign(gate) ? 30 : Math.Max(30, TextWidth.Of(BoxText(gate), Style.Text) + 12);

    /// <summary>Whether a gate is drawn by a sign of its own and not by a box.</summary>
    public static bool HasSign(CircuitGate gate) => Kind(gate) is "SWAP" or "M" or "BARRIER" or "CX" or "CZ";

    public static string Kind(CircuitGate gate)
    {
        string name = gate.Name.ToUpperInvariant();
        bool plain =
            gate.Controls.Count > 0 && gate.Parameters.Count == 0 && gate.ParameterName is null && gate.Targets.Count == 1;
        return name switch
        {
            "X" or "CNOT" when plain => "CX",
            "Z" or "CZ" when plain => "CZ",
            "M" or "MEASURE" or "MEASUREMENT" => "M",
            "SWAP" when gate.Targets.Count == 2 => "SWAP",
            "BARRIER" => "BARRIER",
            _ => "",
        };
    }

    private static (int First, int Last) Check(CircuitGate gate, int number, int wires)
    {
        if (string.IsNullOrWhiteSpace(gate.Name)) throw new ArgumentException($"Gate {number} has no name.");
        if (Kind(gate) == "BARRIER" && gate.Targets.Count == 0) return (0, wires - 1);
        if (gate.Targets.Count == 0) throw new ArgumentException($"Gate {number} ({gate.Name}) acts on no wire.");
        int[] all = [.. gate.Targets, .. gate.Controls];
        foreach (int wire in all)
        {
            if ((uint)wire >= (uint)wires)
            {
                throw new ArgumentException(
                    $"Gate {number} ({gate.Name}) acts on wire {wire}, but wires are numbered 0 to {wires - 1}.");
            }
        }
        if (all.Distinct().Count() != all.Length) throw new ArgumentException($"Gate {number} ({gate.Name}) uses a wire twice.");
        return (all.Min(), all.Max());
    }
}
