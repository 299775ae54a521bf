namespace HackLab.Charts;

/// <summary>Settings of Bloch spheres.</summary>
public sealed record BlochOptions : FigureOptions
{
    /// <summary>Whether the vectors are steps of one way: a line joins their tips, and only the last has an arrow.</summary>
    public bool Path { get; init; }
}
