using System.Globalization;
using System.Text;
using HackLab.Simulation.Jets;

namespace HackLab.Data.QuarkGluon;

/// <summary>The part of the card that tells how quark and gluon jets are simulated; its facts are counted from the
/// samples.</summary>
internal static class QuarkGluonCard
{
    /// <summary>Dimmer pixels are black to the eye.</summary>
    internal const float VisibleFrom = 0.05f;

    internal static string Make()
    {
        LabelledImages images = QuarkGluonSample.LoadImages();
        ParticleJets jets = QuarkGluonSample.LoadJets();
        JetOptions hard = JetOptions.Hard;
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            ## How the jets are made

            A quark or a gluon of a falling spectrum, dN/dpT ~ pT^−{hard.Steepness}, radiates in an **angular-ordered shower** (Marchesini and Webber
            1984): at each angle θ below the last one, dP = α_s(kT)/(2π) P(z) dz dθ²/θ², kT = z (1 − z) pT θ > {hard.CutOff} GeV, drawn with its Sudakov
            factor by the veto method. P(z) are the splitting functions of Altarelli and Parisi (1977):

            - q → q g: C_F (1 + (1 − z)²)/z with C_F = 4/3
            - g → g g: C_A [2(1 − z)/z + z(1 − z)] with C_A = 3 (half of P_gg, its second pole mirrored onto the first)
            - g → q q̄: n_f T_R (z² + (1 − z)²) with n_f = 5, T_R = 1/2

            α_s runs at one loop from {hard.AlphaS} at the Z boson's mass (the value of Pythia 8's shower). Hadrons are cut from each parton's string as in the Lund model (a = 0.68,
            b = 0.98 GeV⁻², σ(kT) = 0.335 GeV, the values of Pythia 8), a gluon being two strings; their kinds follow the mean numbers in Z
            decays (Particle Data Group); π⁰ → γγ. The underlying event adds {hard.UnderlyingDensity} particles per unit of y and φ with a mean pT of
            {hard.UnderlyingMeanPt} GeV. The anti-kT algorithm (Cacciari, Salam, Soyez 2008) then finds the hardest jet, kept if its pT is in range.

            The jets have {hard.MinPt}–{hard.MaxPt} GeV in a radius of {hard.Radius}, abs(y) below {hard.MaxRapidity}: those of EnergyFlow's Pythia jets.

            An image has {JetImageSimulator.Side} × {JetImageSimulator.Side} cells of {JetImageSimulator.Cell} × {JetImageSimulator.Cell} in (η, φ), the jet's axis in row and column {JetImageSimulator.Centre}; cells below
            {JetImageSimulator.Threshold} GeV are 0, and the largest is 1.

            ## What is left out

            The hard process and its other jets, emissions wider than 1, spin correlations, masses of heavy quarks, resonances (their products are
            counted in), colour reconnection, pile-up, the magnetic field, the calorimeter's resolution and its leakage between cells. How the
            published images were made is not documented: cell size, momenta and threshold here are a choice, which gives about as few
            visible pixels. Absolute scores on simulated and published images need not agree.

            ## Facts counted from the samples

            | | gluon | quark |
            |---|---|---|
            | images | {images.ClassCounts()[0]:N0} | {images.ClassCounts()[1]:N0} |
            | pixels above 0.05, mean | {Lit(images, 0):F1} | {Lit(images, 1):F1} |
            | jets by particles | {jets.Shapes(0).Count:N0} | {jets.Shapes(1).Count:N0} |
            | particles per jet, mean | {jets.Shapes(0).Average(s => s.Multiplicity):F1} | {jets.Shapes(1).Average(s => s.Multiplicity):F1} |
            | girth, mean | {jets.Shapes(0).Average(s => s.Girth):F4} | {jets.Shapes(1).Average(s => s.Girth):F4} |
            | pT D, mean | {jets.Shapes(0).Average(s => s.PtD):F3} | {jets.Shapes(1).Average(s => s.PtD):F3} |

            """);
        return card.ToString().ReplaceLineEndings("\n");
    }

    internal static double Lit(LabelledImages images, int label)
    {
        long lit = 0;
        for (int i = 0; i < images.Count; i++)
        {
            if (images.Y[i] != label) continue;
            foreach (float pixel in images.Image(i)) lit += pixel > VisibleFrom ? 1 : 0;
        }
        return (double)lit / images.ClassCounts()[label];
    }
}
