namespace HackLab.Charts;

/// <summary>A gate of a quantum circuit.</summary>
/// <param name="Name">
/// What stands in its box, such as <c>H</c> or <c>RX</c>. Drawn by their own signs: <c>X</c> and <c>Z</c> with controls,
/// <c>SWAP</c>, and
/// <c>M</c> or <c>Measure</c>; <c>Barrier</c> is a dashed line.
/// </param>
/// <param name="Targets">The wires it acts on, from 0; no targets of a barrier are all wires.</param>
public sealed record CircuitGate(string Name, params IReadOnlyList<int> Targets)
{
    /// <summary>The wires that decide whether it acts, each a dot.</summary>
    public IReadOnlyList<int> Controls { get; init; } = [];

    /// <summary>Its parameters as they are written behind its name, such as angles in radians.</summary>
    public IReadOnlyList<double> Parameters { get; init; } = [];

    /// <summary>A letter for its parameters in place of their numbers, such as <c>θ₁</c>; null for the numbers.</summary>
    public string? ParameterName { get; init; }
}
