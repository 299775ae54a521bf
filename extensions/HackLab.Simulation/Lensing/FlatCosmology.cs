namespace HackLab.Simulation.Lensing;

/// <summary>
/// Distances in a flat universe of matter and a cosmological constant: D_C(z) = c/H₀ ∫₀^z dz′ / √(Ω_m (1 + z′)³ + 1 − Ω_m)
/// (Hogg 1999, arXiv:astro-ph/9905116, equations 14–21), radiation left out.
/// </summary>
/// <param name="HubbleConstant">H₀ in km/s per megaparsec.</param>
/// <param name="MatterDensity">Ω_m, from 0 to 1.</param>
/// <example><code>new FlatCosmology().LuminosityDistance(1)   // 6607.7 Mpc</code></example>
public sealed record FlatCosmology(double HubbleConstant = 70, double MatterDensity = 0.3)
{
    private const double SpeedOfLight = 299_792.458; // km/s
    private const int Steps = 256;                   // Simpson's rule: exact to 10⁻¹⁰ up to z = 10

    /// <summary>The comoving distance to a redshift, in megaparsec.</summary>
    /// <param name="redshift">z, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The redshift is negative.</exception>
    public double ComovingDistance(double redshift)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(redshift);
        double h = redshift / Steps, sum = Slowness(0) + Slowness(redshift);
        for (int i = 1; i < Steps; i++) sum += (i % 2 == 1 ? 4 : 2) * Slowness(i * h);
        return SpeedOfLight / HubbleConstant * sum * h / 3;
    }

    /// <summary>The luminosity distance, (1 + z) D_C, in megaparsec.</summary>
    /// <param name="redshift">z, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The redshift is negative.</exception>
    public double LuminosityDistance(double redshift) => (1 + redshift) * ComovingDistance(redshift);

    /// <summary>
    /// How much weaker a lens deflects light from one source than from a farther one:
    /// β = [D_ls(z₁) D_s(z₂)] / [D_s(z₁) D_ls(z₂)], in a flat universe (1 − D_C(z_l)/D_C(z₁)) / (1 − D_C(z_l)/D_C(z₂)).
    /// </summary>
    /// <param name="lens">z_l of the lens.</param>
    /// <param name="source">z₁ of the source.</param>
    /// <param name="reference">z₂ of the source for which the deflection was given.</param>
    /// <exception cref="ArgumentException">A source is not behind the lens.</exception>
    public double DeflectionRatio(double lens, double source, double reference)
    {
        if (source <= lens || reference <= lens) throw new ArgumentException("Both sources must lie behind the lens.");
        double l = ComovingDistance(lens);
        return (1 - (l / ComovingDistance(source))) / (1 - (l / ComovingDistance(reference)));
    }

    private double Slowness(double z)
    {
        double a = 1 + z;
        return 1 / Math.Sqrt((MatterDensity * a * a * a) + 1 - MatterDensity);
    }
}
