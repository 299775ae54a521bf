namespace HackLab.Simulation.PrintedPages;

/// <summary>A simulated page.</summary>
/// <param name="Image">Brightness, 0 black to 1 white, shape [height, width].</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Lines">The lines of its text from the top, without title, page number and catchword.</param>
public sealed record PrintedPage(float[] Image, int Width, int Height, IReadOnlyList<PrintedLine> Lines);

/// <summary>A line of a page.</summary>
/// <param name="Text">What it says, as a transcription gives it: s for ſ, u and v by sound, a vowel with a line written
/// out.</param>
/// <param name="Printed">The symbols that stand there.</param>
/// <param name="Left">The first column of its box.</param>
/// <param name="Top">The first row of its box.</param>
/// <param name="Width">Columns of its box.</param>
/// <param name="Height">Rows of its box.</param>
public sealed record PrintedLine(string Text, string Printed, int Left, int Top, int Width, int Height);
