using System.Globalization;
using System.Text;
using HackLab.Simulation.Lensing;

namespace HackLab.Data.LensingClasses;

/// <summary>How the lenses are simulated, and what the sample holds.</summary>
internal static class LensingClassesCard
{
    internal static string Make()
    {
        LabelledImages sample = LensingClassesSample.Load();
        LensSurvey survey = LensSurvey.Challenge;
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            ## How the images are made

            A smooth dark halo at z = {EinsteinRadius.LensRedshift} bends the light of a galaxy at z = {EinsteinRadius.SourceRedshift}. Every pixel sends one ray back through the lens
            (β = θ − α(θ), thin lens), reads the galaxy's brightness where it ends, and a Gaussian point spread blurs the result.
            `HackLab.Simulation/Lensing` follows the published simulation (DeepLenseSim, MIT licence) number by number:

            | part | model | numbers |
            |---|---|---|
            | halo | singular isothermal ellipsoid: α_x = b/f arctan(f x/ψ), α_y = b/f artanh(f y/ψ), ψ = √(q²x² + y²), f = √(1 − q²), b = θ_E √q (Kormann, Schneider, Bartelmann 1994, A&A 284, 285) | {LensSimulator.HaloMass:0e0} M☉, θ_E = {EinsteinRadius.Of(LensSimulator.HaloMass):F4}″, e₁ = 0.1 |
            | neighbours | external shear: α = (γ₁x + γ₂y, γ₂x − γ₁y) | γ₁ = 0.05 |
            | θ_E of a mass | √(4GM/c² · D_ls/(D_l D_s)) with luminosity distances and D_ls = D_s − D_l, as coded there | H₀ = 70, Ω_m = 0.3 |
            | galaxy | Sérsic 1963: I = I_e exp(−b [(R/R_e)^(1/n) − 1]), b = 1.9992 n − 0.3271 | R_e = 0.25″, n = 1, e = (−0.1, 0.1) |
            | axion | a straight line of 100 point masses through the middle, half length 0.06″ · 10⁻²² eV/(2m), log₁₀ m uniform in −24 … −22 | 3·10¹⁰ M☉ in all |
            | cdm | 25 point masses, dN/dM ~ M^(−0.9), distance from the middle uniform in 0.25″ … 2″ | 10⁶ … 10¹⁰ M☉ |
            | no | nothing beside halo and shear | |

            | survey | pixels | scale | point spread | deflections × | source within | noise |
            |---|---|---|---|---|---|---|

            """);
        foreach (LensSurvey s in (LensSurvey[])[survey, LensSurvey.ModelI, LensSurvey.ModelII, LensSurvey.ModelIII])
        {
            card.Append(CultureInfo.InvariantCulture,
                $"| {s.Name} | {s.Pixels} × {s.Pixels} | {s.PixelScale}″ | {s.PsfWidth}″ | {s.DeflectionScale:F4} | ±{s.SourceOffset}″ | {(s.HasNoise ? "exposure 10^(3 … 3.5), background 0.01, Poisson" : "none")} |\n");
        }
        card.Append(CultureInfo.InvariantCulture, $"""

            The factor 0.6343 on all deflections is in the published files too: they were computed as for a source at z = 2.5 and then
            weakened for one at z = 1 by the ratio of distances (H₀ = 69.7, Ω_m = 0.2815). With it, and with the 0.08″ pixels and 0.08″
            point spread of Hubble's infrared camera, the file without substructure that we could look at is reproduced to 3·10⁻⁵ of its
            brightest pixel in every pixel; it is told of as Model II but is Model III in the terms of its authors. The subhalo masses go
            as M^(−0.9) because the published code draws them so; its comment says −1.9.

            ## What is left out

            - The lens galaxy's own light, its black hole, and matter along the line of sight.
            - Colours, several sources, and any structure in the Sérsic galaxy; real galaxies can be put behind the lens instead
              (`GalaxyImage`, for example Hubble's COSMOS cut-outs).
            - Variety of the halo: all lenses have the same mass, ellipticity and shear, as in the published set.
            - Angular diameter distances, which a textbook would take in θ_E (1.66″ for this mass).
            - The sources of the published files lie within ±0.35″ by its code; those at hand lie 0.10″ from the axis, and the known mean
              and spread of the pixels ask for ±{survey.SourceOffset}″, which is what is drawn here. `LensSurvey.ModelIII` has ±0.35″.

            ## The sample

            `{LensingClassesSample.Embedded.Path}`: {sample.Count} images of {sample.Height} × {sample.Width} pixels, seed {LensingClassesSample.Seed}, one byte per pixel (so in steps of 1/255),
            image after image, the classes in turn.

            | class | images | mean pixel | std of pixels | ring radius (px) |
            |---|---|---|---|---|

            """);
        int[] counts = sample.ClassCounts();
        for (int label = 0; label < counts.Length; label++)
        {
            RingStatistics ring = RingStatistics.Average(sample, label);
            card.Append(CultureInfo.InvariantCulture,
                $"| {sample.ClassNames[label]} | {counts[label]} | {ring.Mean:F4} | {ring.Std:F4} | {ring.RingRadius:F2} |\n");
        }
        return card.ToString().ReplaceLineEndings("\n");
    }
}
