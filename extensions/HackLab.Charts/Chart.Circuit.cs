using HackLab.Charts.Internals;

namespace HackLab.Charts;

/// <summary>Quantum circuits.</summary>
public static partial class Chart
{
    private const double CircuitWidth = 860;

    /// <summary>
    /// A quantum circuit from left to right: wires, gates with controls and parameters, measurements. Long ones go on in further
    /// rows.
    /// </summary>
    /// <param name="wires">How many qubits, 1 to 64.</param>
    /// <param name="gates">The gates in order, at most 1,000; each stands as far left as its wires are free.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There are too many, or a gate uses a wire that does not exist or one twice.
    /// </exception>
    /// <example><code>Chart.Circuit(2, [new("H", 0), new("X", 1) { Controls = [0] }, new("M", 0, 1)])</code></example>
    public static Figure Circuit(int wires, IReadOnlyList<CircuitGate> gates, CircuitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(gates);
        options ??= new CircuitOptions();
        Input.Size(options);
        if (wires is < 1 or > 64)
            throw new ArgumentException($"A circuit to be drawn has 1 to 64 wires, not {wires}.", nameof(wires));
        if (gates.Count > 1000)
        {
            throw new ArgumentException(
                $"At most 1000 gates can be drawn, not {gates.Count}; draw a part of the circuit.", nameof(gates));
        }
        IReadOnlyList<string> names = options.WireNames ?? [.. Enumerable.Range(0, wires).Select(w => $"q{w}")];
        if (names.Count != wires)
            throw new ArgumentException($"There are {names.Count} names for {wires} wires.", nameof(options));
        CircuitLayout circuit = CircuitLayout.Of(wires, gates);
        double room =
            Math.Min(140, names.Max(n => TextWidth.Of(n, Style.Text))) + 12, most = (options.Width ?? CircuitWidth) - room - 50;
        IReadOnlyList<(int First, int End)> rows = circuit.Rows(most);
        double width = rows.Max(r => circuit.Widths.Skip(r.First).Take(r.End - r.First).Sum());
        var marks = new CircuitMarks(circuit, names, room);
        string title =
            options.Title ?? $"Circuit of {wires} {(wires == 1 ? "qubit" : "qubits")} and {(gates.Count == 0 ? "no gates" : $"{gates.Count} {(gates.Count == 1 ? "gate" : "gates")}, {circuit.Columns} deep")}";
        string[] said = [.. gates.Select((g, i) => $"{i + 1}. {CircuitLayout.BoxText(g)}"
            + (g.Targets.Count > 0 ? $" on {string.Join(", ", g.Targets.Select(t => names[t]))}" : "")
            + (g.Controls.Count > 0 ? $" controlled by {string.Join(", ", g.Controls.Select(c => names[c]))}" : ""))];
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}. {string.Join("; ", said.Take(60))}{(said.Length > 60 ? "; and so on" : said.Length == 0 ? "From the left, its wires go on unchanged" : "")}.",
            Panels = [.. rows.Select(r => marks.Row(r.First, r.End, width))],
            Notes = rows.Count == 1 ? [] : [$"In {rows.Count} rows, to be read one after the other"],
            Text = $"{title}{string.Concat(said.Take(100).Select(line => "\n  " + line))}",
            Width = options.Width ?? (int)Math.Ceiling(Math.Max(300, room + width + 16 + (2 * Style.Border))),
            RowHeight = options.Height ?? (int)Math.Ceiling((wires * CircuitLayout.WireGap) + 12),
        });
    }
}
