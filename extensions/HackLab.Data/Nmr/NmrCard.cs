using System.Globalization;
using System.Text;
using HackLab.Simulation.SpinEcho;

namespace HackLab.Data.Nmr;

/// <summary>The part of the card that tells how echoes are simulated; facts are counted from the samples.</summary>
internal static class NmrCard
{
    internal static string Make()
    {
        var lattice = new SpinLattice();
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            ## How the echoes are made

            {lattice.Width} × {lattice.Height} spins ½ on a periodic square lattice, each with its own frequency ν: a Lorentzian line of half
            width {lattice.HalfWidth * 1000:F0} kHz, cut off at ±{lattice.HalfBand * 1000:F0} kHz. The frequencies are those of one sample: the same for every set and seed, evenly
            spaced quantiles in random places. A 90° pulse about x, {lattice.PulseDelay * 1e6:F0} µs, a 180° pulse about x, and 100 µs more.

            Between the pulses each spin turns in the rotating frame as dI/dt = A × I (t in units of 1/γ, γ = 2π·10⁶/s) with
            A = −(½(αx + αy)Wx, ½(αx + αy)Wy, ν + αz·Wz), W = Σ f(r)·I over all other spins along the shortest way; in the sets
            αx = αy = α and αz = 0. The magnetisation across the field is dephased by exp(−Γt/2), Γ = 10⁻ᵈ.

            - Gaussian coupling: f = exp(−(r/ξ)²). RKKY coupling: f = (x cos x − sin x)/x⁴, x = 2r/ξ.
            - The sum over the lattice is a convolution, done by Fourier transform. A step of γ·dt = {lattice.TimeStep:F0} holds the field and turns each
              spin exactly (error of first order in the field, as in the published program).
            - Recorded: the mean of I per spin, at most ½; {EchoChallenge.Samples} samples, one every {EchoChallenge.MicrosecondsPerSample:F4} µs; the second pulse is before index
              {EchoChallenge.PulseIndex}, the echo of uncoupled spins at {EchoChallenge.EchoIndex}.

            Equations: C. Snider et al., [arXiv:2110.06811](https://arxiv.org/abs/2110.06811); Spin_Echo_Sim by the same author.

            ## What is drawn

            ξ even in [{EchoChallenge.SmallestRange(SpinCoupling.Gaussian)}, {EchoChallenge.LargestRange}] (RKKY from {EchoChallenge.SmallestRange(SpinCoupling.Rkky)}) lattice steps; the mean field α·|Σf| even in 2.5 to 4.5 half widths, from which
            α follows; d even in [{EchoChallenge.SmallestD}, {EchoChallenge.LargestD}]. The axes of α and ξ are those of published plots; d is smaller than there ([5, 12]),
            because of Γ = 10⁻⁷ and less nothing can be seen in 150 µs. No measurement noise is added.

            ## What differs from a real magnet, and from the published sets

            - Mean field: no quantum correlations between spins. Ideal, instant pulses; no diffusion, no temperature.
            - 25 × 25 spins: a range beyond 12 reaches around the lattice. The published references have 100 × 100.
            - Which parameters the published sets were drawn from is not published; only the axes of plots are known.
            - Where Γ₁ ≠ Γ₂ spins should also be pumped along z; the published program leaves this out, and so does this one.

            | sample | echoes | α (kHz) | ξ (lattice steps) | d | largest magnetisation near the echo: smallest, median, largest |
            |---|---|---|---|---|---|

            """);
        foreach (SpinCoupling coupling in Enum.GetValues<SpinCoupling>())
        {
            SpinEchoes sample = NmrSample.Load(coupling);
            Statistics a = Statistics.Of(sample.Target("alpha")), x = Statistics.Of(sample.Target("xi")), d = Statistics.Of(sample.Target("d"));
            Statistics m = Statistics.Of([.. Enumerable.Range(0, sample.Count).Select(i => Peak(sample, i))]);
            card.Append(CultureInfo.InvariantCulture,
                $"| {SpinEchoFiles.Prefix(coupling)} | {sample.Count} | {a.Min:F3} to {a.Max:F2} | {x.Min:F2} to {x.Max:F2} | {d.Min:F2} to {d.Max:F2} | {m.Min:F3}, {m.Median:F3}, {m.Max:F3} |\n");
        }
        return card.ToString().ReplaceLineEndings("\n");
    }

    private static float Peak(SpinEchoes echoes, int i)
    {
        double peak = 0;
        for (int t = EchoChallenge.EchoIndex - 50; t < EchoChallenge.EchoIndex + 50; t++)
        {
            double x = echoes.Real[(i * echoes.Samples) + t], y = echoes.Imag[(i * echoes.Samples) + t];
            peak = Math.Max(peak, (x * x) + (y * y));
        }
        return (float)Math.Sqrt(peak);
    }
}
