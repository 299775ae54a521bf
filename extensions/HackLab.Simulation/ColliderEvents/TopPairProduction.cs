using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// gg → t t̄ at leading order: the cross-section falls with the pair's mass m as
/// σ ~ ((1 + ρ + ρ²/16) ln((1 + β)/(1 − β)) − β (7/4 + 31ρ/16)) / m², ρ = 1 − β² = (2m_t/m)², times the gluons' luminosity; angles θ to
/// the beam are spread as (7 + 9β²c²)/(1 − β²c²)² · (1 + 2β²s² − β⁴(1 + s⁴)), c = cos θ, s = sin θ (Combridge 1979; Glück, Owens, Reya 1978).
/// </summary>
internal static class TopPairProduction
{
    private const double HeaviestPair = 2500; // GeV
    private const double Fall = 7.3;          // σ̂ m² times luminosity falls as m^-7.3: two powers of 1/m², the rest the gluons
    private const double LargestCross = 3.7;  // the bracket of σ at the heaviest pair

    /// <summary>Two tops and their masses; the gluons radiated before go into the record.</summary>
    internal static (FourMomentum First, double FirstMass, FourMomentum Second, double SecondMass) Draw(
        SeededRandom random, TrueEvent into, InitialRadiation before)
    {
        double m1 = HeavyParticles.Spread(random, HeavyParticles.Top, HeavyParticles.TopWidth);
        double m2 = HeavyParticles.Spread(random, HeavyParticles.Top, HeavyParticles.TopWidth);
        (double mass, double cos) = Pair(random, m1 + m2);
        double rapidity = Collision.Rapidity(random, mass);
        (double x, double y) = before.Emit(random, into, rapidity);
        (FourMomentum first, FourMomentum second) = TwoBodyDecay.AlongBeam(random, FourMomentum.FromRapidity(mass, x, y, rapidity), m1, m2, cos);
        return (first, m1, second, m2);
    }

    private static (double Mass, double Cos) Pair(SeededRandom random, double threshold)
    {
        while (true)
        {
            double mass = threshold * PortableMath.Exp(random.NextExponential() / (Fall - 1));
            double ratio = threshold / mass, rho = ratio * ratio, b2 = 1 - rho, b = Math.Sqrt(b2);
            double log = PortableMath.Log((1 + b) / (1 - b));
            double cross = ((1 + rho + (rho * rho / 16)) * log) - (b * (1.75 + (31 * rho / 16)));
            if (mass > HeaviestPair || random.NextDouble() * LargestCross > cross) continue;
            double bound = (7 + (9 * b2)) * (1 + b2 + (0.2 * rho));
            while (true)
            {
                // c = tanh(u)/β has the density 1/(1 − β²c²).
                double t = PortableMath.Exp(log * ((2 * random.NextDouble()) - 1)), c = (t - 1) / (t + 1) / b, bc = b2 * c * c, s2 = 1 - (c * c);
                double w = (7 + (9 * bc)) / (1 - bc) * (1 + (2 * b2 * s2) - (b2 * b2 * (1 + (s2 * s2))));
                if (random.NextDouble() * bound < w) return (mass, c);
            }
        }
    }
}
