namespace HackLab.Charts;

/// <summary>Settings of lines and curves.</summary>
public sealed record LineOptions : AxesOptions
{
    /// <summary>Whether each point is marked; null marks them if no line has more than 30.</summary>
    public bool? Points { get; init; }
}
