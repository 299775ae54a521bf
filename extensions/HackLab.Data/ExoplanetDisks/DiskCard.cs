using System.Globalization;
using System.Text;
using HackLab.Simulation.Disks;

namespace HackLab.Data.ExoplanetDisks;

/// <summary>The part of the card that tells how disks are simulated; facts are counted from the sample.</summary>
internal static class DiskCard
{
    internal static string Make()
    {
        LabelledImages sample = DiskSample.Load(DiskSample.Pixels, DiskStretch.Logarithmic);
        int[] counts = sample.ClassCounts();
        int runs = sample.Groups!.Distinct().Count();
        DiskRun[] drawn = [.. Enumerable.Range(0, runs).Select(run => DiskSimulator.RunOf(DiskSample.Seed, run))];
        Planet[] planets = [.. drawn.SelectMany(run => run.Planets)];
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            ## How the disks are made

            Brightness I = T·(1 − exp(−τ/cos i)) of thermal dust at 1.25 mm with T ∝ r^−½ and optical depth τ ∝ Σ, Σ ∝ r^−p·exp(−(r/Rc)^(2−p)).
            The scale height is h·r with h ∝ r^¼. A picture is 400 AU wide.

            - **Gap of a planet** of mass ratio q: Σmin/Σ0 = 1/(1 + 0.04 K), K = q² h⁻⁵/α (Kanagawa et al. 2015), as wide as 0.41·q^½·h^−¾·α^−¼·r
              where Σ is halved (Kanagawa et al. 2016); it opens as 1 − exp(−t/50) in turns at 50 AU. Outside it dust piles up to a ring.
            - **Wake**: one arm along Rafikov's (2002) phase, strength q/h³ up to saturation, falling with the distance from the planet.
            - **Glow** of a heavy planet's surroundings: a small spot, in half of all cases.
            - **Planets**: none in 45 % of the runs, else 1 to 4; masses {DiskRun.SmallestMass:G2} to {DiskRun.LargestMass:G2} solar masses (heavy ones more often), orbits {DiskRun.SmallestOrbit} to {DiskRun.LargestOrbit} AU,
              not closer than five mutual Hill radii. Between snapshots they move on as Kepler says (37.3 turns at 50 AU).
            - **In every disk, planets or not**: a cavity in half of them, up to five rings or gaps, weak asymmetries of m = 1 and 2.
            - **Telescope**: inclination 0 to 80°, any position angle, elliptical Gaussian beam of 6 to 14 AU, noise with the beam's
              correlation of 0.5 to 3 % of the peak. Then the darkest pixel is 0 and the brightest 1.

            The label is 1 where a run has planets. The lightest planets leave no visible trace, so no classifier can be perfect.

            ## What differs from real disks, and from the published set

            - No hydrodynamics and no radiative transfer: profiles and wakes are formulas. No thickness, shadows, eccentric orbits, vortices, lines,
              and only one kind of dust. An interferometer's missing short baselines are left out; corners are not blank.
            - Files have four planes as the published ones, but planes 1 to 3 (noise-free, sky, optical depth) are our own choice.
            - No picture of the published set was at hand to compare with.

            | sample | |
            |---|---|
            | pictures | {sample.Count}, {sample.Height} × {sample.Width} pixels, 8 bits of logarithmic brightness |
            | runs | {runs}, {DiskSimulator.SnapshotsPerRun} snapshots each |
            | with planets, without | {counts[1]}, {counts[0]} pictures |
            | planets | {planets.Length}, {planets.Min(p => p.Mass):G2} to {planets.Max(p => p.Mass):G2} solar masses, {planets.Min(p => p.Radius):F0} to {planets.Max(p => p.Radius):F0} AU |
            | inclination | {drawn.Min(r => r.Inclination):F0}° to {drawn.Max(r => r.Inclination):F0}° |

            """);
        return card.ToString().ReplaceLineEndings("\n");
    }
}
