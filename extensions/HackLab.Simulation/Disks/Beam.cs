using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Disks;

/// <summary>The telescope's beam: an elliptical Gaussian, as a square kernel whose sum is 1.</summary>
internal sealed class Beam
{
    private readonly int _reach;
    private readonly double[] _kernel;

    /// <param name="major">Full width at half maximum along the long axis, in pixels.</param>
    /// <param name="minor">The same along the short axis.</param>
    /// <param name="angle">Direction of the long axis in radians.</param>
    internal Beam(double major, double minor, double angle)
    {
        // FWHM = √(8 ln 2) σ; a beam narrower than half a pixel is none.
        double a = Math.Max(major, 0.5) / 2.3548200450309493, b = Math.Max(minor, 0.5) / 2.3548200450309493;
        _reach = (int)Math.Ceiling(3 * a);
        int side = (2 * _reach) + 1;
        _kernel = new double[side * side];
        (double sin, double cos) = PortableMath.SinCos(angle);
        double sum = 0;
        for (int y = -_reach; y <= _reach; y++)
        {
            for (int x = -_reach; x <= _reach; x++)
            {
                double u = ((x * cos) + (y * sin)) / a, v = ((y * cos) - (x * sin)) / b;
                double value = PortableMath.Exp(-Math.Min(0.5 * ((u * u) + (v * v)), 600));
                _kernel[((y + _reach) * side) + x + _reach] = value;
                sum += value;
            }
        }
        for (int i = 0; i < _kernel.Length; i++) _kernel[i] /= sum;
    }

    /// <summary>√Σk²: by how much it lowers the standard deviation of white noise.</summary>
    internal double NoiseFactor => Math.Sqrt(_kernel.Sum(k => k * k));

    /// <summary>The picture seen through the beam, shape [size, size]; outside the frame it is dark.</summary>
    internal double[] Convolve(double[] picture, int size)
    {
        var seen = new double[picture.Length];
        int side = (2 * _reach) + 1;
        for (int y = 0; y < size; y++)
        {
            int fromY = Math.Max(0, y - _reach), toY = Math.Min(size - 1, y + _reach);
            for (int x = 0; x < size; x++)
            {
                int fromX = Math.Max(0, x - _reach), toX = Math.Min(size - 1, x + _reach);
                double sum = 0;
                for (int v = fromY; v <= toY; v++)
                {
                    ReadOnlySpan<double> row = picture.AsSpan((v * size) + fromX, toX - fromX + 1);
                    ReadOnlySpan<double> weights = _kernel.AsSpan(((v - y + _reach) * side) + fromX - x + _reach, row.Length);
                    for (int k = 0; k < row.Length; k++) sum += row[k] * weights[k];
                }
                seen[(y * size) + x] = sum;
            }
        }
        return seen;
    }
}
