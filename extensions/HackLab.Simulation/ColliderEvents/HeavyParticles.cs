using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>Masses and widths in GeV: the new particles as in Baldi et al. (2014), the known ones as in the Particle Data Group's tables.</summary>
internal static class HeavyParticles
{
    internal const double HeavyHiggs = 425;
    internal const double ChargedHiggs = 325;
    internal const double LightHiggs = 125;
    internal const double Top = 173.2;
    internal const double TopWidth = 1.4;
    internal const double W = 80.4;
    internal const double WWidth = 2.1;
    internal const double Bottom = 4.8;

    /// <summary>A mass spread by its width: Breit–Wigner, cut at 8 widths. The quotient of two normal numbers is Cauchy-distributed.</summary>
    internal static double Spread(SeededRandom random, double mass, double width)
    {
        while (true)
        {
            double offset = random.NextNormal() / random.NextNormal();
            if (Math.Abs(offset) < 16) return mass + (width / 2 * offset);
        }
    }
}
