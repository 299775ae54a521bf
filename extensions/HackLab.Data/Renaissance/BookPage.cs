using HackLab.Simulation.PrintedPages;

namespace HackLab.Data.Renaissance;

/// <summary>A page of a book with the boxes and the text of its lines.</summary>
/// <param name="Name">What it is called, for captions.</param>
/// <param name="Image">Brightness, 0 black to 1 white, shape [height, width].</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Lines">Its lines from the top; their text is empty where no transcription is known.</param>
public sealed record BookPage(string Name, float[] Image, int Width, int Height, IReadOnlyList<PrintedLine> Lines)
{
    /// <summary>The lines as images of one height; what lies outside the page is white.</summary>
    /// <param name="height">Rows of each image; the line's box is in its middle.</param>
    /// <exception cref="ArgumentException">The page has no line.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The height is below 1.</exception>
    public TextLines Cut(int height = PageSimulator.LineHeight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return new TextLines(Name, [.. Lines.Select(line => Cut(line, height))]);
    }

    private LineImage Cut(PrintedLine line, int height)
    {
        var pixels = new float[line.Width * height];
        int top = line.Top - ((height - line.Height) / 2);
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < line.Width; column++)
            {
                int y = top + row, x = line.Left + column;
                bool inside = (uint)y < (uint)Height && (uint)x < (uint)Width;
                pixels[(row * line.Width) + column] = inside ? Image[(y * Width) + x] : 1;
            }
        }
        return new LineImage(pixels, line.Width, height, line.Text, line.Printed);
    }
}
