namespace HackLab.Charts;

/// <summary>Settings of circuit diagrams.</summary>
public sealed record CircuitOptions : FigureOptions
{
    /// <summary>What each wire is called, shape [wires]; null for <c>q0</c> and so on.</summary>
    public IReadOnlyList<string>? WireNames { get; init; }
}
