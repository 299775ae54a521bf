using System.Globalization;
using System.Text;
using HackLab.Simulation.Calorimeter;

namespace HackLab.Data.ParticleImages;

/// <summary>How the particle images are simulated, and what the sample holds.</summary>
internal static class ParticleImagesCard
{
    internal static string Make()
    {
        LabelledImages sample = ParticleImagesSample.Load();
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            ## How the images are made

            A particle leaves the collision with {ParticleImageSimulator.TransverseMomentum} GeV across the beam and any |η| up to {ParticleImageSimulator.LargestEta}, crosses the tracker, and showers in
            the barrel's crystals (0.0174 × 0.0174 in η × φ, 1.29 m from the beam). Nothing but what happens in the tracker tells electrons from
            photons; `HackLab.Simulation/Calorimeter` follows it particle by particle:

            | step | model |
            |---|---|
            | tracker | 9 thin layers at CMS's radii (CMS 2008, JINST 3 S08004), 0.32 + 0.32 η² + 0.10 η⁴ radiation lengths in all, half of it within 10 cm of the beam |
            | electrons radiate | dN/dy = t/y (4/3 − 4/3 y + y²), y the photon's share of the energy, t the thickness in radiation lengths (Particle Data Group, "Passage of particles through matter"); photons below 0.1 GeV are not followed |
            | photons become pairs | 7/9 per radiation length, energies shared as 1 − 4/3 x(1 − x) |
            | bending | 3.8 T; the path between layers is a parabola |
            | scattering | Highland: 13.6 MeV / p · √t |
            | shower, sideways | core and halo, each with density R²/π(r² + R²)² (Grindhammer and Peters 1993, hep-ex/0001020): 78 % in 0.09 crystals, the rest in 0.85; radii vary by 5 % |
            | resolution | 2.8 % / √E ⊕ 0.3 % |
            | electronics | noise of 40 to 60 MeV per crystal; crystals below 2.5 standard deviations are not read and hold 0 |
            | energy channel | GeV / {ParticleImageSimulator.GevPerUnit} (the published unit is not told; this one puts the mean photon's hottest crystal at 0.70) |
            | time channel | in 10 ns: normal with an error of 35 ns · noise / energy, cut at ±2.5; tells nothing about the class |

            Rows run along η, columns along φ; the hottest crystal is always row 16, column 16, from 0.

            ## What is left out

            - The true share of the tracker's layers in its material: there is more near the beam here and less in all than in CMS. That is
              tuned so that a good network ends near an AUC of 0.8 after 30,000 images, as it does with the published 400,000, and a linear
              model far below. Photons' neighbours along φ get less light than in the published set for it (0.07 instead of 0.10).
            - The depth of showers, gaps between crystals and their tilt, dead crystals, leakage, other particles of the same collision.
            - Low-energy detail in the tracker: photons below 0.1 GeV, electrons that curl up, the suppression of soft radiation.
            - The angle between radiated photon, pair and parent, which is far smaller than a crystal.
            - The published time channel's true distribution; here it has its range and its zeros.

            ## The sample

            `{ParticleImagesSample.Embedded.Path}`: {sample.Count} images, seed {ParticleImagesSample.Seed}, hits only, energy and time in half precision.

            | class | number | images | hottest crystal | φ neighbours | η neighbours | crystals read |
            |---|---|---|---|---|---|---|

            """);
        int[] counts = sample.ClassCounts();
        for (int label = 0; label < counts.Length; label++)
        {
            CrystalMeans mean = CrystalMeans.Of(sample, label);
            card.Append(CultureInfo.InvariantCulture,
                $"| {sample.ClassNames[label]} | {label} | {counts[label]} | {mean.Centre:F3} | {mean.Phi:F3} | {mean.Eta:F3} | {mean.Hits:F1} |\n");
        }
        return card.ToString().ReplaceLineEndings("\n");
    }
}
