using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// Two protons of 4 TeV meet; two of their partons make a heavy system. How fast it moves along the beam follows from the
/// partons' shares x₁ = √τ e^y, x₂ = √τ e^−y, with τ = m²/s and densities that fall as x f(x) ~ x^−a (1 − x)⁶. The power of x
/// cancels, as x₁x₂ = τ.
/// </summary>
internal static class Collision
{
    internal const double Energy = 8000; // GeV

    /// <summary>The rapidity y of a system of that mass in GeV.</summary>
    internal static double Rapidity(SeededRandom random, double mass)
    {
        double share = mass / Energy, widest = -PortableMath.Log(share), best = Density(share, 1);
        while (true)
        {
            double y = widest * ((2 * random.NextDouble()) - 1);
            if (random.NextDouble() * best < Density(share, PortableMath.Exp(y))) return y;
        }
    }

    private static double Density(double share, double expY)
    {
        double both = (1 - (share * expY)) * (1 - (share / expY)), square = both * both;
        return square * square * square;
    }
}
