using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// A first, coarse stand-in for a parton shower: gluons radiated before the collision give the heavy system a kick and add
/// jets; a quark may split once after it. It leaves out multiple emission, hadrons, the underlying event and pile-up.
/// </summary>
internal static class Radiation
{
    private const double SoftestGluon = 20;   // GeV
    private const double HardestGluon = 400;  // GeV
    private const double Steepness = 1.3;    // dN/dpT ~ pT^-(1 + steepness)
    private const double RapiditySpread = 1.2;
    private const double SplitProbability = 0.25;
    private const double SmallestSplitMass = 6; // GeV

    /// <summary>Adds gluons radiated from the incoming partons; returns the transverse momentum the heavy system gets against them.</summary>
    internal static (double X, double Y) FromInitialState(SeededRandom random, TrueEvent into, double meanNumber, double rapidity)
    {
        double x = 0, y = 0;
        // The gaps of a Poisson process are exponential.
        for (double t = random.NextExponential(); t < meanNumber; t += random.NextExponential())
        {
            double pt = SoftestGluon * PortableMath.Exp(random.NextExponential() / Steepness);
            double gluonRapidity = rapidity + (RapiditySpread * random.NextNormal());
            (double cos, double sin) = TwoBodyDecay.Circle(random);
            if (pt > HardestGluon) continue;
            into.Add(FourMomentum.FromRapidity(0, pt * cos, pt * sin, gluonRapidity), Flavour.Light);
            x -= pt * cos;
            y -= pt * sin;
        }
        return (x, y);
    }

    /// <summary>The mass that a quark of a decay carries if it is going to split, else 0; uniform in its logarithm.</summary>
    internal static double SplitMass(SeededRandom random, double parentMass)
    {
        if (random.NextDouble() >= SplitProbability) return 0;
        double largest = parentMass / 3;
        return SmallestSplitMass * PortableMath.Exp(random.NextDouble() * PortableMath.Log(largest / SmallestSplitMass));
    }

    /// <summary>Adds the quark, or what it splits into; the harder part usually keeps the flavour.</summary>
    internal static void AddQuark(SeededRandom random, TrueEvent into, FourMomentum quark, double splitMass, Flavour flavour)
    {
        if (splitMass == 0)
        {
            into.Add(quark, flavour);
            return;
        }
        (FourMomentum a, FourMomentum b) = TwoBodyDecay.Isotropic(random, quark, 0, 0);
        (FourMomentum hard, FourMomentum soft) = a.E > b.E ? (a, b) : (b, a);
        bool hardKeeps = random.NextDouble() < 0.85;
        into.Add(hard, hardKeeps ? flavour : Flavour.Light);
        into.Add(soft, hardKeeps ? Flavour.Light : flavour);
    }
}
