namespace HackLab.Simulation.PrintedPages;

/// <summary>A line of print with its text.</summary>
/// <param name="Pixels">Brightness, 0 black to 1 white, shape [height, width].</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Text">What it says, as a transcription gives it.</param>
/// <param name="Printed">The symbols that stand there; the same as <paramref name="Text"/> where only a transcription is
/// known.</param>
public sealed record LineImage(float[] Pixels, int Width, int Height, string Text, string Printed);
