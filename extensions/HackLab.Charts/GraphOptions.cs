namespace HackLab.Charts;

/// <summary>Settings of graphs.</summary>
public sealed record GraphOptions : FigureOptions
{
    /// <summary>Whether edges have a direction, shown by arrows.</summary>
    public bool Directed { get; init; }

    /// <summary>Where forces start from: the same seed gives the same picture.</summary>
    public int Seed { get; init; }

    /// <summary>Whether names are written; null writes them for up to 60 nodes.</summary>
    public bool? Names { get; init; }
}
