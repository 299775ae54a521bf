using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>How a W boson spins about its flight: that decides how hard the lepton is.</summary>
internal enum Polarisation
{
    /// <summary>All W from decays of scalars: dN/dcos θ ~ 1 − cos² θ.</summary>
    Longitudinal,

    /// <summary>From top quarks: 70 % longitudinal, 30 % left-handed with dN/dcos θ ~ (1 − cos θ)² for the lepton.</summary>
    FromTop,
}

/// <summary>W → ℓν or W → two quarks.</summary>
internal static class WDecay
{
    internal static void ToLepton(SeededRandom random, TrueEvent into, FourMomentum w, FourMomentum flight, Polarisation polarisation) =>
        (into.Lepton, into.Neutrino) = TwoBodyDecay.Polarised(random, w, flight, Cosine(random, polarisation));

    internal static void ToQuarks(SeededRandom random, TrueEvent into, FourMomentum w, FourMomentum flight, Polarisation polarisation)
    {
        // Half of the pairs are c s, half u d.
        Flavour first = random.NextDouble() < 0.5 ? Flavour.Charm : Flavour.Light;
        (double m1, double m2) = FinalRadiation.Masses(random, w.Mass);
        (FourMomentum one, FourMomentum two) = TwoBodyDecay.Polarised(random, w, flight, Cosine(random, polarisation), m1, m2);
        FinalRadiation.Emit(random, into, one, m1, first);
        FinalRadiation.Emit(random, into, two, m2, Flavour.Light);
    }

    private static double Cosine(SeededRandom random, Polarisation polarisation)
    {
        bool left = polarisation == Polarisation.FromTop && random.NextDouble() < 0.3;
        while (true)
        {
            double cos = (2 * random.NextDouble()) - 1;
            double density = left ? (1 - cos) * (1 - cos) / 4 : 1 - (cos * cos);
            if (random.NextDouble() < density) return cos;
        }
    }
}
