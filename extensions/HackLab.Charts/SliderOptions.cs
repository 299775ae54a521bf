namespace HackLab.Charts;

/// <summary>Settings of a <see cref="SliderFigure"/>.</summary>
public sealed record SliderOptions
{
    /// <summary>The headline; null for that of the first figure.</summary>
    public string? Title { get; init; }

    /// <summary>What the slider moves, such as <c>source to the right of the lens</c>.</summary>
    public string Label { get; init; } = "choose";

    /// <summary>The figure to begin with, from 0.</summary>
    public int Start { get; init; }
}
