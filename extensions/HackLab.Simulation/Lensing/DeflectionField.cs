using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Lensing;

/// <summary>
/// Where each pixel looks: the lens equation β = θ − α(θ), with the deflections α of all masses added up (thin lens, weak
/// field). One ray per pixel, through its middle, as in the published simulation.
/// </summary>
internal sealed class DeflectionField
{
    private const double LeastDistanceSquared = 1e-20; // arcsec²: a ray through a point mass goes far away, but not to NaN

    private readonly int _pixels;
    private readonly double _scale;
    private readonly double[] _axis;                   // θ of a column or row, shape [pixels]
    private readonly double[] _mainX, _mainY;          // θ − α of the main lens, shape [pixels, pixels]

    /// <summary>The field of one lens as a survey sees it.</summary>
    /// <param name="survey">Pixels and their scale, and the deflection scale.</param>
    /// <param name="lens">The smooth lens in the middle.</param>
    internal DeflectionField(LensSurvey survey, MainLens lens)
    {
        (_pixels, _scale) = (survey.Pixels, survey.DeflectionScale);
        _axis = new double[_pixels];
        for (int i = 0; i < _pixels; i++) _axis[i] = (i - (0.5 * (_pixels - 1))) * survey.PixelScale;
        (_mainX, _mainY) = (new double[_pixels * _pixels], new double[_pixels * _pixels]);
        for (int i = 0; i < _mainX.Length; i++)
        {
            (double x, double y) = (_axis[i % _pixels], _axis[i / _pixels]);
            (double ax, double ay) = lens.Deflection(x, y);
            (_mainX[i], _mainY[i]) = (x - (_scale * ax), y - (_scale * ay));
        }
    }

    /// <summary>Traces every pixel back to the plane of the source.</summary>
    /// <param name="masses">Point masses beside the main lens.</param>
    /// <param name="sourceX">Receives β along x in seconds of arc, shape [pixels, pixels].</param>
    /// <param name="sourceY">Receives β along y.</param>
    internal void Trace(PointMasses masses, Span<double> sourceX, Span<double> sourceY)
    {
        _mainX.CopyTo(sourceX);
        _mainY.CopyTo(sourceY);
        if (masses.Count == 0) return;
        for (int row = 0; row < _pixels; row++)
            Bend(masses, _axis[row], sourceX.Slice(row * _pixels, _pixels), sourceY.Slice(row * _pixels, _pixels));
    }

    // A point mass deflects by α = θ_E² d / |d|², d from the mass to the ray. Four pixels of a row at a time: each lane is one
    // pixel and adds the masses in their order, so the bits are those of the scalar loop for the last 0 to 3 pixels.
    private void Bend(PointMasses masses, double y, Span<double> sourceX, Span<double> sourceY)
    {
        ReadOnlySpan<double> px = masses.X, py = masses.Y, strength = masses.RadiusSquared;
        int column = 0;
        for (; column <= _pixels - 4; column += 4)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_axis), (nuint)column);
            Vector256<double> ax = default, ay = default;
            for (int i = 0; i < px.Length; i++)
            {
                Vector256<double> dx = x - Vector256.Create(px[i]), dy = Vector256.Create(y - py[i]);
                Vector256<double> squared = Vector256.Max((dx * dx) + (dy * dy), Vector256.Create(LeastDistanceSquared));
                Vector256<double> pull = Vector256.Create(strength[i]) / squared;
                ax += pull * dx;
                ay += pull * dy;
            }
            Span<double> toX = sourceX.Slice(column, 4), toY = sourceY.Slice(column, 4);
            (Vector256.Create<double>(toX) - (ax * _scale)).CopyTo(toX);
            (Vector256.Create<double>(toY) - (ay * _scale)).CopyTo(toY);
        }
        for (; column < _pixels; column++)
        {
            double ax = 0, ay = 0;
            for (int i = 0; i < px.Length; i++)
            {
                double dx = _axis[column] - px[i], dy = y - py[i];
                double pull = strength[i] / Math.Max((dx * dx) + (dy * dy), LeastDistanceSquared);
                ax += pull * dx;
                ay += pull * dy;
            }
            sourceX[column] -= ax * _scale;
            sourceY[column] -= ay * _scale;
        }
    }
}
