namespace HackLab.Simulation.PrintedPages;

/// <summary>A line of print with its text.</summary>
/// <param name="Pixels">Brightness, 0 black to 1 white, shape [height, width].</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Text">What it says, as a transcription gives it.</param>
/// <param name="Printed">The symbols that stand there; the same as <paramref name="Text"/> where only a transcription is
/// known.</param>
public sealed record LineImage(float[] Pixels, int Width, int Height, string Text, string Printed)
{
    private const double PaperShare = 0.7, InkShare = 0.01;    // of the pixels, from the darkest up
    private const float LeastContrast = 0.05f;                 // an empty line is paper, not its noise made large
    private const double RuleShare = 0.75;                     // of a column's rows dark: a printed rule, no letter has that

    /// <summary>The line's own scale from paper to ink.</summary>
    /// <param name="paperShare">The share of pixels that are no brighter than paper, from 0 to 1.</param>
    /// <returns>The brightness of paper, and by how much its ink is darker: at least 0.05.</returns>
    /// <example><code>(float paper, float contrast) = line.Tones();</code></example>
    public (float Paper, float Contrast) Tones(double paperShare = 0.75)
    {
        var order = (float[])Pixels.Clone();
        Array.Sort(order);
        float paper = order[(int)(paperShare * (order.Length - 1))], black = order[(int)(InkShare * (order.Length - 1))];
        return (paper, Math.Max(paper - black, LeastContrast));
    }

    /// <summary>
    /// How much ink each pixel has, on a scale of the line's own: (paper − brightness) / (paper − ink), cut off below 0 and above
    /// 1. Paper is the brightness that 30 % of the pixels exceed, ink the one that 1 % fall short of. A column that is dark over more
    /// than three quarters of its height is a rule beside the text and counts as paper.
    /// </summary>
    /// <returns>0 paper to 1 ink, shape [height, width].</returns>
    /// <example><code>float[] ink = lines.Lines[0].Ink();</code></example>
    public float[] Ink()
    {
        (float paper, float contrast) = Tones(PaperShare);
        float[] ink = Array.ConvertAll(Pixels, brightness => Math.Clamp((paper - brightness) / contrast, 0, 1));
        for (int column = 0; column < Width; column++)
        {
            int dark = 0;
            for (int row = 0; row < Height; row++)
            {
                if (ink[(row * Width) + column] > 0.5f) dark++;
            }
            if (dark <= RuleShare * Height) continue;
            for (int row = 0; row < Height; row++) ink[(row * Width) + column] = 0;
        }
        return ink;
    }
}
