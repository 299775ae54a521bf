using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>Background: a top pair, t t̄ → W b W b; one W gives a lepton, the other two quarks (Baldi et al. 2014, figure 1b).</summary>
internal static class TopPairProcess
{
    private static readonly InitialRadiation Before = new(MeanNumber: 1.8, Softest: 10, Steepness: 1, Spread: 2.6);

    /// <summary>Makes one collision; false if its lepton is out of the detector's reach, and then the second top is left out.</summary>
    internal static bool Generate(SeededRandom random, TrueEvent into)
    {
        (FourMomentum t1, double m1, FourMomentum t2, double m2) = TopPairProduction.Draw(random, into, Before);
        Decay(random, into, t1, m1, toLepton: true);
        if (!into.LeptonInReach) return false;
        Decay(random, into, t2, m2, toLepton: false);
        return true;
    }

    private static void Decay(SeededRandom random, TrueEvent into, FourMomentum top, double mass, bool toLepton)
    {
        double wMass = HeavyParticles.Spread(random, HeavyParticles.W, HeavyParticles.WWidth);
        double virtualMass = FinalRadiation.Mass(random, mass - wMass);
        (FourMomentum w, FourMomentum b) = TwoBodyDecay.Isotropic(
            random, new(mass, 0, 0, 0), wMass, Math.Max(virtualMass, HeavyParticles.Bottom));
        if (toLepton) WDecay.ToLepton(random, into, w.BoostFrom(top), w, Polarisation.FromTop);
        else WDecay.ToQuarks(random, into, w.BoostFrom(top), w, Polarisation.FromTop);
        FinalRadiation.Emit(random, into, b.BoostFrom(top), virtualMass, Flavour.Bottom);
    }
}
