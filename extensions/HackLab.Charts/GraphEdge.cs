namespace HackLab.Charts;

/// <summary>An edge of a graph.</summary>
/// <param name="From">The number of the node it starts at, from 0.</param>
/// <param name="To">The number of the node it ends at, from 0.</param>
/// <param name="Weight">How strong it is, at least 0: stronger edges are thicker, and pull more where forces find places.</param>
public sealed record GraphEdge(int From, int To, double Weight = 1);
