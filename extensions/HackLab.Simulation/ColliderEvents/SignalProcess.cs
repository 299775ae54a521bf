using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>Signal: gg → H⁰ → W∓ H±, H± → W± h⁰, h⁰ → b b; one W gives a lepton, the other two quarks (Baldi et al. 2014, figure 1a).</summary>
internal static class SignalProcess
{
    // Gluons radiate more than quarks, and the more the heavier what they make: so this number is above the top pair's.
    private static readonly InitialRadiation Before = new(MeanNumber: 3.1, Softest: 10, Steepness: 1, Spread: 2.6);

    /// <summary>Makes one collision; false if its lepton is out of the detector's reach, and then the quarks are left out.</summary>
    internal static bool Generate(SeededRandom random, TrueEvent into)
    {
        double rapidity = Collision.Rapidity(random, HeavyParticles.HeavyHiggs);
        (double x, double y) = Before.Emit(random, into, rapidity);
        FourMomentum heavy = FourMomentum.FromRapidity(HeavyParticles.HeavyHiggs, x, y, rapidity);

        // The chain is followed from rest frame to rest frame; what a W's polarisation refers to is its flight in its parent's.
        double w1Mass = HeavyParticles.Spread(random, HeavyParticles.W, HeavyParticles.WWidth);
        double w2Mass = HeavyParticles.Spread(random, HeavyParticles.W, HeavyParticles.WWidth);
        (FourMomentum w1, FourMomentum charged) = TwoBodyDecay.Isotropic(
            random, new(HeavyParticles.HeavyHiggs, 0, 0, 0), w1Mass, HeavyParticles.ChargedHiggs);
        (FourMomentum w2, FourMomentum light) = TwoBodyDecay.Isotropic(
            random, new(HeavyParticles.ChargedHiggs, 0, 0, 0), w2Mass, HeavyParticles.LightHiggs);
        FourMomentum chargedLab = charged.BoostFrom(heavy), w1Lab = w1.BoostFrom(heavy), w2Lab = w2.BoostFrom(chargedLab);

        bool firstToLepton = random.NextDouble() < 0.5;
        WDecay.ToLepton(random, into, firstToLepton ? w1Lab : w2Lab, firstToLepton ? w1 : w2, Polarisation.Longitudinal);
        if (!into.LeptonInReach) return false;
        WDecay.ToQuarks(random, into, firstToLepton ? w2Lab : w1Lab, firstToLepton ? w2 : w1, Polarisation.Longitudinal);

        (double m1, double m2) = FinalRadiation.Masses(random, HeavyParticles.LightHiggs);
        (FourMomentum b1, FourMomentum b2) = TwoBodyDecay.Isotropic(
            random, light.BoostFrom(chargedLab), Math.Max(m1, HeavyParticles.Bottom), Math.Max(m2, HeavyParticles.Bottom));
        FinalRadiation.Emit(random, into, b1, m1, Flavour.Bottom);
        FinalRadiation.Emit(random, into, b2, m2, Flavour.Bottom);
        return true;
    }
}
