namespace HackLab.Data.AtlasHiggs;

/// <summary>The 30 features of the ATLAS challenge in the order of its columns, under their published names.</summary>
internal static class AtlasHiggsSchema
{
    internal const string Derived = "derived", Primitive = "primitive";
    internal const string Label = "Label", Weight = "Weight", KaggleWeight = "KaggleWeight", KaggleSet = "KaggleSet";
    internal const float Undefined = -999;

    internal static IReadOnlyList<string> ClassNames { get; } = ["background", "signal"];

    internal static IReadOnlyList<Feature> Features { get; } =
    [
        Der("mass_MMC", "GeV", "Estimated mass of the τ pair; −999 where there is no estimate."),
        Der("mass_transverse_met_lep", "GeV", "Transverse mass of lepton and missing momentum."),
        Der("mass_vis", "GeV", "Mass of the hadronic τ and the lepton, as far as they are seen."),
        Der("pt_h", "GeV", "Transverse momentum of τ, lepton and missing momentum together."),
        Der("deltaeta_jet_jet", "", "Distance in η of the two hardest jets; −999 with fewer than two."),
        Der("mass_jet_jet", "GeV", "Mass of the two hardest jets; −999 with fewer than two."),
        Der("prodeta_jet_jet", "", "Product of their η: negative on opposite sides; −999 with fewer than two."),
        Der("deltar_tau_lep", "", "Angular distance ΔR of τ and lepton."),
        Der("pt_tot", "GeV", "Transverse momentum of τ, lepton, missing momentum and the two hardest jets together."),
        Der("sum_pt", "GeV", "Sum of the transverse momenta of τ, lepton and all jets."),
        Der("pt_ratio_lep_tau", "", "Transverse momentum of the lepton over that of the τ."),
        Der("met_phi_centrality", "", "Where the missing momentum points: √2 halfway between τ and lepton, −√2 opposite."),
        Der("lep_eta_centrality", "", "Where the lepton lies between the two hardest jets: 1 halfway; −999 with fewer than two."),
        .. Object("tau", "the hadronic τ"), .. Object("lep", "the electron or muon"),
        Pri("met", "GeV", "Missing transverse momentum."),
        Pri("met_phi", "", "Its angle around the beam."),
        Pri("met_sumet", "GeV", "Sum of transverse energies in the whole detector."),
        Pri("jet_num", "", "Number of jets above 30 GeV; 3 stands for three or more."),
        .. Object("jet_leading", "the hardest jet; −999 without one"), .. Object("jet_subleading", "the second jet; −999 without one"),
        Pri("jet_all_pt", "GeV", "Sum of the transverse momenta of all jets."),
    ];

    private static Feature Der(string name, string unit, string description) => new($"DER_{name}", unit, description, Derived);

    private static Feature Pri(string name, string unit, string description) => new($"PRI_{name}", unit, description, Primitive);

    private static Feature[] Object(string name, string what) =>
    [
        Pri($"{name}_pt", "GeV", $"Transverse momentum of {what}."),
        Pri($"{name}_eta", "", $"Pseudorapidity of {what}."),
        Pri($"{name}_phi", "", $"Angle around the beam of {what}."),
    ];
}
