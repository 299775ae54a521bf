using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>Signal: gg → H⁰ → W∓ H±, H± → W± h⁰, h⁰ → b b; one W gives a lepton, the other two quarks (Baldi et al. 2014, figure 1a).</summary>
internal static class SignalProcess
{
    private const double MeanGluons = 1.8;

    internal static void Generate(SeededRandom random, TrueEvent into)
    {
        double rapidity = Collision.Rapidity(random, HeavyParticles.HeavyHiggs);
        (double x, double y) = Radiation.FromInitialState(random, into, MeanGluons, rapidity);
        FourMomentum heavy = FourMomentum.FromRapidity(HeavyParticles.HeavyHiggs, x, y, rapidity);

        // The chain is followed from rest frame to rest frame; what a W's polarisation refers to is its flight in its parent's.
        double w1Mass = HeavyParticles.Spread(random, HeavyParticles.W, HeavyParticles.WWidth);
        double w2Mass = HeavyParticles.Spread(random, HeavyParticles.W, HeavyParticles.WWidth);
        (FourMomentum w1, FourMomentum charged) = TwoBodyDecay.Isotropic(random, new(HeavyParticles.HeavyHiggs, 0, 0, 0), w1Mass, HeavyParticles.ChargedHiggs);
        (FourMomentum w2, FourMomentum light) = TwoBodyDecay.Isotropic(random, new(HeavyParticles.ChargedHiggs, 0, 0, 0), w2Mass, HeavyParticles.LightHiggs);
        FourMomentum chargedLab = charged.BoostFrom(heavy);
        Decay(random, into, w1.BoostFrom(heavy), w1, w2.BoostFrom(chargedLab), w2);

        double split1 = Radiation.SplitMass(random, HeavyParticles.LightHiggs), split2 = Radiation.SplitMass(random, HeavyParticles.LightHiggs);
        (FourMomentum b1, FourMomentum b2) = TwoBodyDecay.Isotropic(
            random, light.BoostFrom(chargedLab), Math.Max(split1, HeavyParticles.Bottom), Math.Max(split2, HeavyParticles.Bottom));
        Radiation.AddQuark(random, into, b1, split1, Flavour.Bottom);
        Radiation.AddQuark(random, into, b2, split2, Flavour.Bottom);
    }

    private static void Decay(SeededRandom random, TrueEvent into, FourMomentum w1, FourMomentum flight1, FourMomentum w2, FourMomentum flight2)
    {
        if (random.NextDouble() < 0.5)
        {
            WDecay.ToLepton(random, into, w1, flight1, Polarisation.Longitudinal);
            WDecay.ToQuarks(random, into, w2, flight2, Polarisation.Longitudinal);
        }
        else
        {
            WDecay.ToQuarks(random, into, w1, flight1, Polarisation.Longitudinal);
            WDecay.ToLepton(random, into, w2, flight2, Polarisation.Longitudinal);
        }
    }
}
