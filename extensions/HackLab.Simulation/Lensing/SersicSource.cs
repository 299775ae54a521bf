using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Lensing;

/// <summary>
/// A galaxy whose light falls off as I(R) = I_e exp(−b_n [(R/R_e)^(1/n) − 1]), b_n = 1.9992 n − 0.3271 (Sérsic 1963; b_n after
/// Capaccioli 1989), on ellipses: R² = q x′² + y′²/q. Defaults are those of the published simulation.
/// </summary>
internal sealed class SersicSource : LensSource
{
    private const double Brightness = 20;                             // I_e, per square second of arc
    private const double Radius = 0.25, Index = 1;                    // R_e in seconds of arc; n = 1 is an exponential disk
    private const double E1 = -0.1, E2 = 0.1;
    private const double Faintest = -600;                             // e to this is nothing, and still a normal number

    private static readonly double Length = Math.Sqrt((E1 * E1) + (E2 * E2));
    private static readonly double AxisRatio = (1 - Length) / (1 + Length);
    private static readonly (double Sin, double Cos) Turn = PortableMath.SinCos(0.5 * PortableMath.Atan2(E2, E1));

    internal override void Shine(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> brightness)
    {
        double b = (1.9992 * Index) - 0.3271, q = AxisRatio;
        for (int i = 0; i < brightness.Length; i++)
        {
            double u = (Turn.Cos * x[i]) + (Turn.Sin * y[i]), v = (Turn.Cos * y[i]) - (Turn.Sin * x[i]);
            double r = Math.Sqrt((q * u * u) + (v * v / q)) / Radius;
            brightness[i] = Brightness * PortableMath.Exp(Math.Max(-b * (r - 1), Faintest)); // (R/R_e)^(1/n) with n = 1
        }
    }
}
