using HackLab.Simulation.Numerics;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Learning;

/// <summary>
/// How much images of lines are distorted, so that a network learns from few of them what does not matter: each strength is the
/// most that is drawn, either way, and may be 0. Change it by <c>with</c>.
/// </summary>
public sealed record LineDistortion
{
    /// <summary>Wider or narrower by this share, 0 to 0.5.</summary>
    public double Stretch { get; init; } = 0.08;

    /// <summary>Higher or lower letters by this share, 0 to 0.5.</summary>
    public double Height { get; init; } = 0.06;

    /// <summary>Slant of the letters, in pixels to the side for each pixel upwards, 0 to 1.</summary>
    public double Slant { get; init; } = 0.12;

    /// <summary>Slope of the line, in pixels downwards for each pixel to the right, 0 to 0.1.</summary>
    public double Slope { get; init; } = 0.01;

    /// <summary>Pixels up or down, 0 to 20.</summary>
    public double Shift { get; init; } = 2;

    /// <summary>Fainter or stronger ink: ink to the power of e to this, 0 to 2.</summary>
    public double Strength { get; init; } = 0.4;

    /// <summary>Standard deviation of each pixel's noise at most, 0 to 0.5.</summary>
    public double Noise { get; init; } = 0.06;

    /// <summary>A distorted line; its text stays.</summary>
    /// <param name="line">A line.</param>
    /// <param name="random">Draws how much of what.</param>
    /// <exception cref="ArgumentException">A strength is out of range.</exception>
    /// <example><code>LineImage other = new LineDistortion().Apply(line, new SeededRandom(1));</code></example>
    public LineImage Apply(LineImage line, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(random);
        Check(Stretch, 0.5, nameof(Stretch));
        Check(Height, 0.5, nameof(Height));
        Check(Slant, 1, nameof(Slant));
        Check(Slope, 0.1, nameof(Slope));
        Check(Shift, 20, nameof(Shift));
        Check(Strength, 2, nameof(Strength));
        Check(Noise, 0.5, nameof(Noise));
        double across = 1 + Draw(Stretch), up = 1 + Draw(Height), slant = Draw(Slant), slope = Draw(Slope), shift = Draw(Shift);
        float power = (float)Math.Exp(Draw(Strength)), noise = (float)(Noise * random.NextDouble());
        int width = Math.Max(1, (int)Math.Round(line.Width * across)), middle = line.Height / 2;
        var pixels = new float[width * line.Height];
        for (int row = 0; row < line.Height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                double x = (column / across) + (slant * (row - middle));
                double y = middle + ((row - middle) / up) + shift + (slope * (column - (width / 2)));
                float ink = 1 - Math.Clamp(At(line, x, y), 0, 1);
                float value = 1 - MathF.Pow(ink, power) + (noise > 0 ? noise * (float)random.NextNormal() : 0);
                pixels[(row * width) + column] = Math.Clamp(value, 0, 1);
            }
        }
        return line with { Pixels = pixels, Width = width };

        double Draw(double most) => most * ((2 * random.NextDouble()) - 1);
    }

    // Between four pixels; beyond the image its edge goes on, which is paper of the same shade.
    private static float At(LineImage line, double x, double y)
    {
        x = Math.Clamp(x, 0, line.Width - 1);
        y = Math.Clamp(y, 0, line.Height - 1);
        int left = (int)x, top = (int)y, right = Math.Min(left + 1, line.Width - 1), bottom = Math.Min(top + 1, line.Height - 1);
        float u = (float)(x - left), v = (float)(y - top);
        float[] p = line.Pixels;
        float above = Along(top * line.Width), below = Along(bottom * line.Width);
        return above + (v * (below - above));

        float Along(int row) => p[row + left] + (u * (p[row + right] - p[row + left]));
    }

    private static void Check(double value, double most, string name)
    {
        if (!(value >= 0 && value <= most)) throw new ArgumentException($"{name} must be 0 to {most}, not {value}.", name);
    }
}
