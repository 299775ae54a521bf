using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Digits;

/// <summary>
/// Simulates handwritten digits in the form of MNIST: 28 × 28 pixels, the ink's centre of mass in the middle, the digit 20 pixels
/// high. Writers differ in slant, width, turn, the weight of their pen, and in where exactly a stroke passes.
/// </summary>
public static class DigitSimulator
{
    /// <summary>Pixels along each side.</summary>
    public const int Side = 28;

    private const int Height = 20, Steps = 12, Block = 64;

    /// <summary>Simulates digits, each of the ten equally likely.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same images on every machine.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or more than an array can hold.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>SimulatedDigits digits = DigitSimulator.Generate(2_000, seed: 42);</code></example>
    public static SimulatedDigits Generate(int count, long seed = 42, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / (Side * Side));
        var (x, y) = (new float[count * Side * Side], new int[count]);
        // A block has a random stream of its own, so the result does not depend on threads.
        Parallel.For(0, (count + Block - 1) / Block, new ParallelOptions { CancellationToken = cancellation }, block =>
        {
            var random = new SeededRandom(seed, block + 1);
            for (int i = block * Block; i < Math.Min(count, (block + 1) * Block); i++)
            {
                y[i] = random.NextInt(10);
                Write(random, y[i], x.AsSpan(i * Side * Side, Side * Side));
            }
        });
        return new SimulatedDigits(x, y);
    }

    private static void Write(SeededRandom random, int digit, Span<float> image)
    {
        double width = 0.70 + (0.14 * random.NextNormal()), slant = 0.20 + (0.26 * random.NextNormal());
        double turn = 0.12 * random.NextNormal(), pen = 1.3 + (0.35 * random.NextNormal());
        var path = new List<(double X, double Y)>();
        foreach ((double X, double Y)[] stroke in DigitStrokes.All[digit])
        {
            var points = new (double X, double Y)[stroke.Length];
            for (int k = 0; k < stroke.Length; k++)
            {
                // The y axis points downwards: a slant to the right moves the top to the right.
                double px = stroke[k].X - 0.5 + (0.075 * random.NextNormal()), py = stroke[k].Y - 0.5 + (0.06 * random.NextNormal());
                double across = (width * px) - (slant * py);
                points[k] = (across - (turn * py), py + (turn * across));
            }
            Smooth(points, path);
        }
        double top = path.Min(p => p.Y), scale = (Height - (2 * pen)) / (path.Max(p => p.Y) - top);
        Ink(path, scale, Math.Clamp(pen, 0.7, 2.2), image);
    }

    /// <summary>Catmull and Rom's curve through the points (1974): at each of them it is as steep as the line between its neighbours.</summary>
    private static void Smooth((double X, double Y)[] points, List<(double X, double Y)> path)
    {
        for (int k = 0; k + 1 < points.Length; k++)
        {
            (double X, double Y) a = points[Math.Max(k - 1, 0)], b = points[k], c = points[k + 1], d = points[Math.Min(k + 2, points.Length - 1)];
            for (int step = 0; step <= Steps; step++)
            {
                double t = (double)step / Steps;
                path.Add((At(a.X, b.X, c.X, d.X, t), At(a.Y, b.Y, c.Y, d.Y, t)));
            }
        }
    }

    private static double At(double a, double b, double c, double d, double t) =>
        0.5 * ((2 * b) + ((c - a) * t) + (((2 * a) - (5 * b) + (4 * c) - d) * t * t) + (((3 * b) - a - (3 * c) + d) * t * t * t));

    /// <summary>A pixel is black up to the pen's radius from the path, and fades over one more pixel.</summary>
    private static void Ink(List<(double X, double Y)> path, double scale, double pen, Span<float> image)
    {
        // Points of a path lie closely and evenly enough that their mean is the ink's.
        double middleX = path.Average(p => p.X), middleY = path.Average(p => p.Y);
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                double nearest = double.PositiveInfinity;
                foreach ((double x, double y) in path)
                {
                    double dx = ((x - middleX) * scale) + (Side / 2.0) - (column + 0.5), dy = ((y - middleY) * scale) + (Side / 2.0) - (row + 0.5);
                    nearest = Math.Min(nearest, (dx * dx) + (dy * dy));
                }
                image[(row * Side) + column] = (float)Math.Round(255 * Math.Clamp(pen + 0.5 - Math.Sqrt(nearest), 0, 1));
            }
        }
    }
}
