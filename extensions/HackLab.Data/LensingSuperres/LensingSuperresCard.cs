using System.Globalization;
using HackLab.Simulation.Lensing;

namespace HackLab.Data.LensingSuperres;

/// <summary>How the pairs are simulated, and what the sample holds.</summary>
internal static class LensingSuperresCard
{
    internal static string Make()
    {
        ImagePairs sample = LensingSuperresSample.Load();
        SkyStatistics low = SkyStatistics.Of(sample.Low, sample.LowWidth), high = SkyStatistics.Of(sample.High, sample.HighWidth);
        return string.Create(CultureInfo.InvariantCulture, $"""
            ## How the pairs are made

            The lens is that of the classification task (`lensing-classes`): a halo of {LensSimulator.HaloMass:0e0} M☉ with shear, θ_E = {EinsteinRadius.Of(LensSimulator.HaloMass):F2}″, a Sérsic
            galaxy behind it up to 0.35″ off the axis, and vortex, subhalos or nothing in turn. It is ray-traced once and photographed twice:

            | picture | pixels | point spread | photons per pixel: sky, brightest point above it |
            |---|---|---|---|
            | high | {sample.HighWidth} × {sample.HighHeight} of 0.05″ | {LensPairSimulator.HighPsf}″ | {LensPairSimulator.HighSky}, {LensPairSimulator.HighPeak} |
            | low | {sample.LowWidth} × {sample.LowHeight} of 0.1″ | {LensPairSimulator.LowPsf}″ | {LensPairSimulator.LowSky}, {LensPairSimulator.LowPeak} |

            Photons are counted (Poisson), then each picture is scaled to 0 … 1. That is where the pedestal comes from: 0 is the faintest
            of the sky's pixels, about three standard deviations below its level. So the task is to take away noise, blur and
            pedestal more than to find small detail.

            ## What is left out

            - Read noise, cosmic rays, bad pixels, and the true shape of a telescope's point spread.
            - The published pairs' own lenses: their exact parameters are not told. Sky level and noise are set to those measured on one
              published pair (0.12, 0.039; 0.005); how noise grows with brightness there is not known and follows from counting here.

            ## The sample

            `{LensingSuperresSample.Embedded.Path}`: {sample.Count} pairs, seed {LensingSuperresSample.Seed}, one byte per pixel (so in steps of 1/255): all coarse
            pictures, then all fine ones.

            | picture | sky level | sky noise |
            |---|---|---|
            | low | {low.Level:F3} | {low.Noise:F4} |
            | high | {high.Level:F3} | {high.Noise:F4} |

            """).ReplaceLineEndings("\n");
    }
}
