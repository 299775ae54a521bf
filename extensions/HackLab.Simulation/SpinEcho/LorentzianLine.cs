using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.SpinEcho;

/// <summary>
/// Detunings of spins: Lorentzian about 0, cut off at both ends; density ∝ 1 / (1 + (ν/w)²) for |ν| ≤ b. Without coupling, and
/// but for the cut, the sum of all spins then decays as exp(−w·γt).
/// </summary>
internal static class LorentzianLine
{
    /// <summary>Independent draws in MHz, shape [spins].</summary>
    internal static double[] Draw(SpinLattice lattice, SeededRandom random)
    {
        var detunings = new double[lattice.Spins];
        for (int i = 0; i < detunings.Length; i++) detunings[i] = Quantile(lattice, random.NextDouble());
        return detunings;
    }

    /// <summary>
    /// The middle quantiles of as many equal parts of the line as there are spins, in random places, shape [spins]: the sample
    /// whose line is nearest to the ideal one.
    /// </summary>
    internal static double[] Even(SpinLattice lattice, SeededRandom random)
    {
        var detunings = new double[lattice.Spins];
        for (int i = 0; i < detunings.Length; i++) detunings[i] = Quantile(lattice, (i + 0.5) / detunings.Length);
        random.Shuffle<double>(detunings);
        return detunings;
    }

    /// <summary>The detuning below which a share u of all spins lies: w tan((2u − 1) atan(b/w)).</summary>
    internal static double Quantile(SpinLattice lattice, double u)
    {
        double edge = PortableMath.Atan2(lattice.HalfBand, lattice.HalfWidth);
        (double sin, double cos) = PortableMath.SinCos(((2 * u) - 1) * edge);
        return lattice.HalfWidth * sin / cos;
    }

    /// <summary>The share of spins below a detuning: the inverse of <see cref="Quantile"/>.</summary>
    internal static double Share(SpinLattice lattice, double detuning)
    {
        double edge = PortableMath.Atan2(lattice.HalfBand, lattice.HalfWidth);
        return ((PortableMath.Atan2(detuning, lattice.HalfWidth) / edge) + 1) / 2;
    }
}
