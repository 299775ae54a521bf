namespace HackLab.Charts;

/// <summary>A node of a graph.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Group">What kind it is, for colour and marker; empty if all are alike.</param>
public sealed record GraphNode(string Name, string Group = "")
{
    /// <summary>Where it stands; null to let forces find places. All nodes have one, or none has.</summary>
    public (double X, double Y)? Position { get; init; }

    /// <summary>Half its size in pixels, 2 to 30; null for one that fits the number of nodes.</summary>
    public double? Radius { get; init; }
}
