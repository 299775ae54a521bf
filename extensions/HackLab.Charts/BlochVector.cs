namespace HackLab.Charts;

/// <summary>A point within the Bloch sphere: the state of one qubit.</summary>
/// <param name="X">⟨X⟩, from −1 to 1.</param>
/// <param name="Y">⟨Y⟩, from −1 to 1.</param>
/// <param name="Z">⟨Z⟩, from −1 to 1: 1 is |0⟩, −1 is |1⟩.</param>
/// <param name="Name">What stands beside its tip; may be empty.</param>
public sealed record BlochVector(double X, double Y, double Z, string Name = "");
