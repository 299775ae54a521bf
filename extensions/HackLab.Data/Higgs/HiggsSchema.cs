namespace HackLab.Data.Higgs;

/// <summary>
/// The 28 features of the HIGGS set, in the order of its columns. The published numbers carry no unit: a positive feature is
/// divided by its mean over the set, a signed one by its standard deviation.
/// </summary>
internal static class HiggsSchema
{
    internal const string LowLevel = "low-level";
    internal const string HighLevel = "high-level";
    internal const string Label = "label";
    private const string Mean = "× mean", Std = "standard deviations";

    internal static IReadOnlyList<string> ClassNames { get; } = ["background", "signal"];

    internal static IReadOnlyList<Feature> Features { get; } =
    [
        Low("lepton_pT", Mean, "Momentum of the electron or muon across the beam."),
        Low("lepton_eta", Std, "Pseudorapidity of the lepton: 0 across the beam, large along it."),
        Low("lepton_phi", Std, "Angle of the lepton around the beam."),
        Low("missing_energy_magnitude", Mean, "Momentum across the beam that nothing seen balances: the neutrino's, mostly."),
        Low("missing_energy_phi", Std, "Angle of the missing momentum around the beam."),
        .. Jet(1), .. Jet(2), .. Jet(3), .. Jet(4),
        High("m_jj", "Mass of the two jets taken for a W boson's."),
        High("m_jjj", "Mass of those two jets and a b jet: near the top quark's in background."),
        High("m_lv", "Mass of lepton and neutrino: near the W boson's."),
        High("m_jlv", "Mass of lepton, neutrino and the other b jet: near the top quark's in background."),
        High("m_bb", "Mass of the two b jets: near the light Higgs boson's in signal."),
        High("m_wbb", "Mass of a W boson and the two b jets: near the charged Higgs boson's in signal."),
        High("m_wwbb", "Mass of everything, two W bosons and two b jets: near the heavy Higgs boson's in signal."),
    ];

    private static Feature[] Jet(int k) =>
    [
        Low($"jet_{k}_pt", Mean, $"Momentum of jet {k} across the beam."),
        Low($"jet_{k}_eta", Std, $"Pseudorapidity of jet {k}."),
        Low($"jet_{k}_phi", Std, $"Angle of jet {k} around the beam."),
        Low($"jet_{k}_btag", Mean, $"Does jet {k} look like one from a b quark? 0 no, then two levels of yes."),
    ];

    private static Feature Low(string name, string unit, string description) => new(name, unit, description, LowLevel);

    private static Feature High(string name, string description) => new(name, Mean, description, HighLevel);
}
