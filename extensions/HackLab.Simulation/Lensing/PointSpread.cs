using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Lensing;

/// <summary>
/// The blur of a telescope: a Gaussian cut off at four standard deviations, along rows and then along columns. Beyond the border
/// the image is taken to mirror itself, so a flat sky stays flat.
/// </summary>
internal sealed class PointSpread
{
    private readonly double[] _weights; // from the middle outwards; the whole kernel sums to 1
    private readonly double[] _line;

    /// <summary>Prepares the kernel.</summary>
    /// <param name="fullWidth">Full width at half maximum in pixels; 0 for no blur.</param>
    /// <param name="pixels">Pixels along each side of the images.</param>
    internal PointSpread(double fullWidth, int pixels)
    {
        double sigma = fullWidth / 2.3548200450309493; // 2 √(2 ln 2)
        int reach = Math.Min((int)((4 * sigma) + 0.5), pixels - 1);
        _weights = new double[reach + 1];
        _weights[0] = 1;
        double sum = 1;
        for (int i = 1; i <= reach; i++)
        {
            _weights[i] = PortableMath.Exp(-0.5 * i * i / (sigma * sigma));
            sum += 2 * _weights[i];
        }
        for (int i = 0; i <= reach; i++) _weights[i] /= sum;
        _line = new double[pixels + (2 * reach)];
    }

    /// <summary>Blurs an image in place.</summary>
    /// <param name="image">Shape [pixels, pixels].</param>
    internal void Blur(Span<double> image)
    {
        if (_weights.Length == 1) return;
        int n = _line.Length - (2 * (_weights.Length - 1));
        for (int row = 0; row < n; row++) Blur(image, row * n, 1, n);
        for (int column = 0; column < n; column++) Blur(image, column, n, n);
    }

    private void Blur(Span<double> image, int first, int step, int n)
    {
        int reach = _weights.Length - 1;
        for (int i = -reach; i < n + reach; i++)
        {
            int at = i < 0 ? -1 - i : i >= n ? (2 * n) - 1 - i : i;
            _line[i + reach] = image[first + (at * step)];
        }
        for (int i = 0; i < n; i++)
        {
            double sum = _weights[0] * _line[i + reach];
            for (int k = 1; k <= reach; k++) sum += _weights[k] * (_line[i + reach - k] + _line[i + reach + k]);
            image[first + (i * step)] = sum;
        }
    }
}
