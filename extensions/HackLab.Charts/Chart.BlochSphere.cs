using System.Globalization;
using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Quantum;

namespace HackLab.Charts;

/// <summary>States of single qubits.</summary>
public static partial class Chart
{
    private const int MostBlochVectors = 500;

    // Means of few shots stick out of the sphere a little.
    private const double LongestBlochVector = 1.25;

    /// <summary>The Bloch sphere with the state of one wire: on the sphere if it is pure, within if it is entangled with others.</summary>
    /// <param name="state">The state.</param>
    /// <param name="wire">Which wire, from 0.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="CircuitException">The wire does not exist.</exception>
    /// <example><code>Chart.BlochSphere(new QuantumCircuit(1).H(0).Run())</code></example>
    public static Figure BlochSphere(StateVector state, int wire = 0, BlochOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        (double x, double y, double z) = state.Bloch(wire);
        options ??= new BlochOptions();
        return BlochSphere([new(x, y, z)], options with { Title = options.Title ?? (state.Wires == 1 ? "State of the qubit" : $"State of wire {wire}") });
    }

    /// <summary>The Bloch sphere with the states of a qubit as arrows: |0⟩ at the top, |1⟩ at the bottom, superpositions between.</summary>
    /// <param name="vectors">1 to 500 points within the sphere; those measured with few shots may stick out a little.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are none or too many, or one is not finite or longer than 1.25.</exception>
    /// <example><code>Chart.BlochSphere([new(0, 0, 1, "before"), new(1, 0, 0, "after H")])</code></example>
    public static Figure BlochSphere(IReadOnlyList<BlochVector> vectors, BlochOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        options ??= new BlochOptions();
        Input.Size(options);
        CheckBloch(vectors);
        string title = options.Title ?? "Bloch sphere";
        string[] said = [.. vectors.Select(v => $"{(v.Name.Length > 0 ? v.Name : "state")} at ({Coordinate(v.X)}, {Coordinate(v.Y)}, {Coordinate(v.Z)})")];
        List<Mark> marks = [.. BlochMarks.Sphere(), .. options.Path ? BlochMarks.Path(vectors, said) : BlochMarks.Arrows(vectors, said)];
        string some = string.Join("; ", said.Length <= 8 ? said : [.. said.Take(4), $"{said.Length - 5} more", said[^1]]);
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description ?? $"{title}. A sphere with |0⟩ at the top and |1⟩ at the bottom; {some}.",
            Panels = [new Panel(Axis.Unseen(-1.35, 1.35), Axis.Unseen(-1.25, 1.25), marks) { Aspect = 2.7 / 2.5 }],
            Text = $"{title}{string.Concat(said.Take(100).Select(line => "\n  " + line))}",
            Width = options.Width ?? 440,
            RowHeight = options.Height ?? 380,
        });
    }

    private static string Coordinate(double value) =>
        Math.Abs(value) < 0.005 ? "0" : value.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−');

    private static void CheckBloch(IReadOnlyList<BlochVector> vectors)
    {
        if (vectors.Count is < 1 or > MostBlochVectors)
            throw new ArgumentException($"A Bloch sphere shows 1 to {MostBlochVectors} vectors, not {vectors.Count}.", nameof(vectors));
        for (int i = 0; i < vectors.Count; i++)
        {
            double length = Math.Sqrt((vectors[i].X * vectors[i].X) + (vectors[i].Y * vectors[i].Y) + (vectors[i].Z * vectors[i].Z));
            if (!(length <= LongestBlochVector))
            {
                throw new ArgumentException(
                    $"Vector {i} has the length {length.ToString("0.####", CultureInfo.InvariantCulture)}; Bloch vectors are finite and at most 1 long, or a little more if they were measured.",
                    nameof(vectors));
            }
        }
    }
}
