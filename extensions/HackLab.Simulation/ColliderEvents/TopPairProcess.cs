using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>Background: a top pair, t t̄ → W b W b; one W gives a lepton, the other two quarks (Baldi et al. 2014, figure 1b).</summary>
internal static class TopPairProcess
{
    private const double MeanGluons = 1.0;
    private const double MassFall = 5.7;      // the pair's mass falls as β m^-5.7 above threshold
    private const double HeaviestPair = 1800; // GeV

    internal static void Generate(SeededRandom random, TrueEvent into)
    {
        double t1Mass = HeavyParticles.Spread(random, HeavyParticles.Top, HeavyParticles.TopWidth);
        double t2Mass = HeavyParticles.Spread(random, HeavyParticles.Top, HeavyParticles.TopWidth);
        double pairMass = PairMass(random, t1Mass + t2Mass);
        double rapidity = Collision.Rapidity(random, pairMass);
        (double x, double y) = Radiation.FromInitialState(random, into, MeanGluons, rapidity);
        FourMomentum pair = FourMomentum.FromRapidity(pairMass, x, y, rapidity);

        (FourMomentum t1, FourMomentum t2) = TwoBodyDecay.Isotropic(random, pair, t1Mass, t2Mass);
        Decay(random, into, t1, t1Mass, toLepton: true);
        Decay(random, into, t2, t2Mass, toLepton: false);
    }

    // Density β(m) m^-k by rejection: m from the power law, kept with probability β = √(1 − (threshold/m)²).
    private static double PairMass(SeededRandom random, double threshold)
    {
        while (true)
        {
            double mass = threshold * PortableMath.Exp(random.NextExponential() / (MassFall - 1));
            double ratio = threshold / mass;
            if (mass < HeaviestPair && random.NextDouble() < Math.Sqrt(1 - (ratio * ratio))) return mass;
        }
    }

    private static void Decay(SeededRandom random, TrueEvent into, FourMomentum top, double mass, bool toLepton)
    {
        double wMass = HeavyParticles.Spread(random, HeavyParticles.W, HeavyParticles.WWidth);
        double split = Radiation.SplitMass(random, mass - wMass);
        (FourMomentum w, FourMomentum b) = TwoBodyDecay.Isotropic(random, new(mass, 0, 0, 0), wMass, Math.Max(split, HeavyParticles.Bottom));
        if (toLepton) WDecay.ToLepton(random, into, w.BoostFrom(top), w, Polarisation.FromTop);
        else WDecay.ToQuarks(random, into, w.BoostFrom(top), w, Polarisation.FromTop);
        Radiation.AddQuark(random, into, b.BoostFrom(top), split, Flavour.Bottom);
    }
}
