using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// Gluons radiated by the incoming partons before they collide: their number is Poisson-distributed, they fall with their
/// transverse momentum as dN/dpT ~ pT^−(1+steepness), and lie around the heavy system in rapidity. A stand-in for a parton shower.
/// </summary>
/// <param name="MeanNumber">Gluons per collision above <paramref name="Softest"/>.</param>
/// <param name="Softest">Smallest transverse momentum, GeV; what is softer makes no jet.</param>
/// <param name="Steepness">See above; 1 is the spectrum of one gluon, dpT²/pT² times the fall of the parton densities.</param>
/// <param name="Spread">Standard deviation of the rapidity around the system's.</param>
internal readonly record struct InitialRadiation(double MeanNumber, double Softest, double Steepness, double Spread)
{
    private const double Hardest = 500; // GeV

    /// <summary>Adds the gluons to the record; returns the transverse momentum that the heavy system gets against them.</summary>
    internal (double X, double Y) Emit(SeededRandom random, TrueEvent into, double rapidity)
    {
        double x = 0, y = 0;
        // The gaps of a Poisson process are exponential.
        for (double t = random.NextExponential(); t < MeanNumber; t += random.NextExponential())
        {
            double pt = Softest * PortableMath.Exp(random.NextExponential() / Steepness);
            double gluonRapidity = rapidity + (Spread * random.NextNormal());
            (double cos, double sin) = TwoBodyDecay.Circle(random);
            if (pt > Hardest) continue;
            into.Add(FourMomentum.FromRapidity(0, pt * cos, pt * sin, gluonRapidity), Flavour.Light);
            x -= pt * cos;
            y -= pt * sin;
        }
        return (x, y);
    }
}
