using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.PrintedPages;

/// <summary>What ink and paper make of what was set: spread, patches, the other side, shade, noise.</summary>
internal static class Paper
{
    private const float Brightness = 0.94f, InkBrightness = 0.22f;
    private const int Patch = 64;   // pixels over which ink and paper change

    internal static float[] Print(Canvas canvas, PrintOptions options, SeededRandom random)
    {
        canvas.Blur((float)options.InkSpread);
        canvas.Blur((float)options.InkSpread / 2);
        (int width, int height) = (canvas.Width, canvas.Height);
        float[] inkField = Field(random, width, height, 0.15), paperField = Field(random, width, height, 0.015);
        // The other side: the page itself mirrored and moved a little, for its text is as good as any.
        int down = 5 + random.NextInt(20), across = random.NextInt(21) - 10;
        var other = new Canvas(width, height);
        canvas.Ink.CopyTo(other.Ink, 0);
        other.Blur(0.33f);
        other.Blur(0.33f);
        float bleed = (float)options.BleedThrough, noise = (float)options.Noise;
        var image = new float[canvas.Ink.Length];
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                int at = (row * width) + column;
                int mirroredRow = row - down, mirroredColumn = width - 1 - column + across;
                float behind = (uint)mirroredRow < (uint)height && (uint)mirroredColumn < (uint)width
                    ? other.Ink[(mirroredRow * width) + mirroredColumn]
                    : 0;
                float ink = Math.Clamp(((1.3f * canvas.Ink[at]) - 0.06f) * (1 - Math.Max(inkField[at], 0)), 0, 1);
                float paper = Brightness + paperField[at] - (bleed * behind);
                image[at] = Math.Clamp(paper - ((paper - InkBrightness) * ink) + (noise * Grain(random)), 0, 1);
            }
        }
        return image;
    }

    // The sum of four uniform numbers from one draw, mean 0 and variance 1: near enough to normal, at a tenth of the cost.
    private static float Grain(SeededRandom random)
    {
        ulong bits = random.NextUInt64();
        float sum = (ushort)bits + (float)(ushort)(bits >> 16) + (ushort)(bits >> 32) + (ushort)(bits >> 48);
        return ((sum / 65535) - 2) * 1.7320508f;
    }

    // Normal numbers on a coarse grid, smooth in between.
    private static float[] Field(SeededRandom random, int width, int height, double spread)
    {
        int columns = (width / Patch) + 2, rows = (height / Patch) + 2;
        var knots = new float[columns * rows];
        for (int i = 0; i < knots.Length; i++) knots[i] = (float)(spread * random.NextNormal());
        var field = new float[width * height];
        for (int y = 0; y < height; y++)
        {
            float v = Smooth((float)(y % Patch) / Patch);
            int k = y / Patch * columns;
            for (int x = 0; x < width; x++)
            {
                float u = Smooth((float)(x % Patch) / Patch);
                int j = k + (x / Patch);
                int below = j + columns;
                float upper = knots[j] + (u * (knots[j + 1] - knots[j]));
                float lower = knots[below] + (u * (knots[below + 1] - knots[below]));
                field[(y * width) + x] = upper + (v * (lower - upper));
            }
        }
        return field;
    }

    private static float Smooth(float t) => t * t * (3 - (2 * t));
}
