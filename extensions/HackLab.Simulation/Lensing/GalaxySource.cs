using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Lensing;

/// <summary>
/// A real galaxy as the source: turned by a random angle, perhaps mirrored, made as large and as bright as the Sérsic source
/// (half-light radius 0.25″, the same light in all).
/// </summary>
internal sealed class GalaxySource : LensSource
{
    private const double HalfLightRadius = 0.25; // seconds of arc

    // All light of the Sérsic source: 2π n R² I_e e^b b^(−2n) Γ(2n) with n = 1, R = 0.25, I_e = 20 and b = 1.6721.
    private const double Light = 14.954;

    private readonly GalaxyImage _image;
    private readonly double _sin, _cos, _mirror, _pixelsPerArcsecond, _scale;

    internal GalaxySource(GalaxyImage image, SeededRandom random)
    {
        _image = image;
        (_sin, _cos) = PortableMath.SinCos(2 * Math.PI * random.NextDouble());
        _mirror = random.NextDouble() < 0.5 ? -1 : 1;
        _pixelsPerArcsecond = image.HalfLightRadius / HalfLightRadius;
        _scale = Light / image.Total * _pixelsPerArcsecond * _pixelsPerArcsecond;
    }

    internal override void Shine(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> brightness)
    {
        for (int i = 0; i < brightness.Length; i++)
        {
            double u = ((_cos * x[i]) + (_sin * y[i])) * _mirror * _pixelsPerArcsecond;
            double v = ((_cos * y[i]) - (_sin * x[i])) * _pixelsPerArcsecond;
            brightness[i] = _scale * _image.At(_image.CentreX + u, _image.CentreY + v);
        }
    }
}
