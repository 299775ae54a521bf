namespace HackLab.Simulation.PrintedPages;

/// <summary>
/// Draws strokes as a broad nib does: the line is thin along the nib's edge and thick across it, width = thin + (thick − thin)
/// |sin(φ − θ)| for a stroke of direction φ and a nib held at θ. That alone gives old letters their shading. Coverage is
/// counted on a
/// grid four times as fine as the pixels.
/// </summary>
internal sealed class Pen(int width, int height, int baseline, int left, double unit, double weight)
{
    private const int Fine = 4;
    private const double NibX = 0.9397, NibY = 0.3420;  // θ = 20°
    private const double Thick = 0.22, Thin = 0.07;    // in x-heights
    private readonly bool[] _inked = new bool[width * Fine * height * Fine];

    /// <summary>A cubic Bézier curve; coordinates in x-heights, y upwards from the baseline.</summary>
    internal void Curve(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3)
    {
        const int steps = 40;
        for (int i = 0; i <= steps; i++)
        {
            double t = (double)i / steps, s = 1 - t;
            double x = (s * s * s * x0) + (3 * s * s * t * x1) + (3 * s * t * t * x2) + (t * t * t * x3);
            double y = (s * s * s * y0) + (3 * s * s * t * y1) + (3 * s * t * t * y2) + (t * t * t * y3);
            double dx = (s * s * (x1 - x0)) + (2 * s * t * (x2 - x1)) + (t * t * (x3 - x2));
            double dy = (s * s * (y1 - y0)) + (2 * s * t * (y2 - y1)) + (t * t * (y3 - y2));
            double length = Math.Sqrt((dx * dx) + (dy * dy));
            double across = length < 1e-9 ? 1 : Math.Abs((dy * NibX) - (dx * NibY)) / length;
            Disc(x, y, weight * (Thin + ((Thick - Thin) * across)) / 2);
        }
    }

    internal void Line(double x0, double y0, double x1, double y1) =>
        Curve(x0, y0, x0 + ((x1 - x0) / 3), y0 + ((y1 - y0) / 3), x1 - ((x1 - x0) / 3), y1 - ((y1 - y0) / 3), x1, y1);

    /// <summary>A line as thin as a serif, whatever its direction.</summary>
    internal void ThinLine(double x0, double y0, double x1, double y1)
    {
        const int steps = 24;
        for (int i = 0; i <= steps; i++)
            Disc(x0 + ((x1 - x0) * i / steps), y0 + ((y1 - y0) * i / steps), weight * Thin * 0.62);
    }

    /// <summary>An ellipse, from four curves (0.5523 makes them near to round).</summary>
    internal void Ellipse(double cx, double cy, double rx, double ry)
    {
        const double k = 0.5523;
        Curve(cx + rx, cy, cx + rx, cy + (k * ry), cx + (k * rx), cy + ry, cx, cy + ry);
        Curve(cx, cy + ry, cx - (k * rx), cy + ry, cx - rx, cy + (k * ry), cx - rx, cy);
        Curve(cx - rx, cy, cx - rx, cy - (k * ry), cx - (k * rx), cy - ry, cx, cy - ry);
        Curve(cx, cy - ry, cx + (k * rx), cy - ry, cx + rx, cy - (k * ry), cx + rx, cy);
    }

    internal void Disc(double x, double y, double radius)
    {
        double cx = ((x * unit) - left) * Fine, cy = (baseline - (y * unit)) * Fine, r = Math.Max(radius * unit * Fine, 0.8);
        int top = Math.Max((int)Math.Floor(cy - r), 0), bottom = Math.Min((int)Math.Ceiling(cy + r), (height * Fine) - 1);
        int first = Math.Max((int)Math.Floor(cx - r), 0), last = Math.Min((int)Math.Ceiling(cx + r), (width * Fine) - 1);
        for (int row = top; row <= bottom; row++)
        {
            for (int column = first; column <= last; column++)
            {
                double dx = column + 0.5 - cx, dy = row + 0.5 - cy;
                if ((dx * dx) + (dy * dy) <= r * r) _inked[(row * width * Fine) + column] = true;
            }
        }
    }

    /// <summary>The share of each pixel that has ink, shape [height, width].</summary>
    internal float[] Coverage()
    {
        var coverage = new float[width * height];
        for (int row = 0; row < height * Fine; row++)
        {
            for (int column = 0; column < width * Fine; column++)
            {
                if (_inked[(row * width * Fine) + column]) coverage[((row / Fine) * width) + (column / Fine)] += 1f / (Fine * Fine);
            }
        }
        return coverage;
    }
}
