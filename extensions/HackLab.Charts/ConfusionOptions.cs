namespace HackLab.Charts;

/// <summary>Settings of confusion matrices.</summary>
public sealed record ConfusionOptions : FigureOptions;
