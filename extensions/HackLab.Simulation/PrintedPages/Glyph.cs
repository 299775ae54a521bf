namespace HackLab.Simulation.PrintedPages;

/// <summary>One printed letter as a small image.</summary>
/// <param name="Ink">0 paper to 1 full ink, shape [height, width].</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Baseline">The row that the line of writing runs along the top of: rows from there on hang below it.</param>
/// <param name="Left">Where its first column lies from the pen's position, in pixels; often negative.</param>
/// <param name="Advance">How far the pen moves on, in pixels.</param>
public sealed record Glyph(float[] Ink, int Width, int Height, int Baseline, int Left, double Advance);
