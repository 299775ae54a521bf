namespace HackLab.Simulation.Lensing;

/// <summary>The angle within which a lens bends light into a ring.</summary>
public static class EinsteinRadius
{
    private const double ArcsecondsPerRadian = 206_265;

    // 4 G M☉ / c² in megaparsec: four times the Sun's gravitational length of 1.476625 km (IAU 2015 nominal mass parameter).
    private const double LensLengthOfSun = 4 * 1.476625038 / 3.0856775814913673e19;

    /// <summary>
    /// θ_E = √(4 G M / c² · D_ls / (D_l D_s)) in seconds of arc, for a lens at z = 0.5 and a source at z = 1: 1.2815″ for 10¹²
    /// solar masses. D are luminosity distances and D_ls = D_s − D_l, as in the published simulation of this data set
    /// (DeepLenseSim); a textbook takes angular diameter distances and would give 1.66″.
    /// </summary>
    /// <param name="solarMasses">M in solar masses, at least 0.</param>
    /// <returns>At least 0; NaN if the mass is NaN or negative.</returns>
    /// <example><code>EinsteinRadius.Of(1e12)   // 1.2815</code></example>
    public static double Of(double solarMasses) => Scale * Math.Sqrt(solarMasses);

    /// <summary>The redshift of the lens.</summary>
    public const double LensRedshift = 0.5;

    /// <summary>The redshift of the galaxy behind it.</summary>
    public const double SourceRedshift = 1;

    private static readonly double Scale = Compute(new FlatCosmology());

    private static double Compute(FlatCosmology cosmology)
    {
        double lens = cosmology.LuminosityDistance(LensRedshift), source = cosmology.LuminosityDistance(SourceRedshift);
        return ArcsecondsPerRadian * Math.Sqrt(LensLengthOfSun * (source - lens) / (lens * source));
    }
}
