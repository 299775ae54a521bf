using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Jets;

/// <summary>
/// Which hadrons come out, by the mean numbers in a Z boson's decay to hadrons (Particle Data Group, "Average hadron
/// multiplicities in hadronic e⁺e⁻ annihilation events": π± 17.0, π⁰ 9.4, K± 2.2, K⁰ 2.0 of which half live long, p 1.05;
/// neutrons
/// taken as many as protons). Products of short-lived particles are counted in, so no decay but π⁰ → γγ is left to make.
/// </summary>
internal static class HadronKinds
{
    internal const int NeutralPion = 111;
    internal const int Photon = 22;
    internal const double PionMass = 0.1396, NeutralPionMass = 0.1350;

    private static readonly (double UpTo, int PdgId, double Mass, bool Signed)[] s_table = Cumulate(
        (17.0, 211, PionMass, true), (9.4, NeutralPion, NeutralPionMass, false), (2.2, 321, 0.4937, true),
        (1.0, 130, 0.4976, false), (1.05, 2212, 0.9383, true), (1.05, 2112, 0.9396, true));

    /// <summary>Draws a kind; below 2 GeV only pions, which the heavy ones would outweigh.</summary>
    internal static (int PdgId, double Mass) Draw(SeededRandom random, double energy)
    {
        double share = random.NextDouble() * (energy < 2 ? s_table[1].UpTo : 1);
        int at = 0;
        while (at < s_table.Length - 1 && s_table[at].UpTo <= share) at++;
        // A sign for what has an antiparticle, the neutron too.
        bool negative = s_table[at].Signed && random.NextDouble() < 0.5;
        return (negative ? -s_table[at].PdgId : s_table[at].PdgId, s_table[at].Mass);
    }

    private static (double UpTo, int PdgId, double Mass, bool Signed)[] Cumulate(params (double Number, int PdgId, double Mass, bool Signed)[] kinds)
    {
        double total = kinds.Sum(kind => kind.Number), sum = 0;
        return Array.ConvertAll(kinds, kind => ((sum += kind.Number) / total, kind.PdgId, kind.Mass, kind.Signed));
    }
}
