using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// Quarks from decays radiate: at most one hard gluon each, with exact kinematics. The quark leaves its decay with a virtual
/// mass, uniform in its logarithm as in dm²/m², and then splits; the share z that the quark keeps follows
/// P(z) ~ (1 + z²)/(1 − z) (Altarelli and Parisi 1977). A stand-in for a parton shower.
/// </summary>
internal static class FinalRadiation
{
    private const double Probability = 0.6;
    private const double SmallestMass = 6;     // GeV: what is lighter stays within one jet
    private const double SoftestShare = 0.0125; // of the gluon; below it there is no second jet to be seen
    private const double Swap = 0.15;           // how often the quark is the softer one, beyond what P(z) gives for z above a half

    /// <summary>Largest part of the parent's mass that virtual masses may take.</summary>
    private const double Most = 0.95;

    /// <summary>The virtual masses of two quarks from one parent, 0 for a quark that does not radiate.</summary>
    internal static (double First, double Second) Masses(SeededRandom random, double parentMass)
    {
        double first = Mass(random, parentMass), second = Mass(random, parentMass);
        return first + second > Most * parentMass ? (first / 2, second / 2) : (first, second);
    }

    /// <summary>The virtual mass of a quark, 0 if it does not radiate.</summary>
    /// <param name="random">Draws.</param>
    /// <param name="available">The parent's mass less that of the other daughter, GeV.</param>
    internal static double Mass(SeededRandom random, double available)
    {
        if (random.NextDouble() >= Probability) return 0;
        return SmallestMass * PortableMath.Exp(random.NextDouble() * PortableMath.Log(available / (2 * SmallestMass)));
    }

    /// <summary>Adds the quark, or quark and gluon if it has a virtual mass.</summary>
    internal static void Emit(SeededRandom random, TrueEvent into, FourMomentum quark, double mass, Flavour flavour)
    {
        if (mass == 0)
        {
            into.Add(quark, flavour);
            return;
        }
        double z = Share(random);
        // Far above its mass, a quark that flies on at the angle θ in the rest frame has the share z = (1 + cos θ)/2.
        (FourMomentum keeps, FourMomentum gluon) = TwoBodyDecay.Polarised(random, quark, quark, (2 * z) - 1);
        into.Add(keeps, flavour);
        into.Add(gluon, Flavour.Light);
    }

    private static double Share(SeededRandom random)
    {
        while (true)
        {
            // 1 − z uniform in its logarithm has the density 1/(1 − z); then 1 + z² by rejection.
            double z = 1 - (0.5 * PortableMath.Exp(random.NextDouble() * LogSoftest));
            if (random.NextDouble() * 2 < 1 + (z * z)) return random.NextDouble() < Swap ? 1 - z : z;
        }
    }

    private static readonly double LogSoftest = PortableMath.Log(2 * SoftestShare);
}
