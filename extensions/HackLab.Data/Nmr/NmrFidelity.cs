using System.Globalization;
using HackLab.Simulation.SpinEcho;

namespace HackLab.Data.Nmr;

/// <summary>
/// Simulated against published echoes. A published echo comes from one random draw of the spins' frequencies, which is not
/// published; so it is compared with the echo of the even line, and with the one whose line was estimated from the echo itself
/// within what chance does; and own draws tell how much of the distance chance makes.
/// </summary>
internal static class NmrFidelity
{
    private const double Limit = 0.05;
    private const int Draws = 20;

    internal static IEnumerable<FidelityRow> Compare(string realFolder, CancellationToken cancellation)
    {
        string folder = Path.Combine(realFolder, "nmr");
        if (!Directory.Exists(folder)) yield break;
        foreach (ReferenceEcho echo in ReferenceEcho.ReadAll(folder))
        {
            if (echo.Parameters is null || echo.Real.Length != echo.Lattice.Samples)
            {
                yield return new FidelityRow("nmr", $"echo of {echo.Name}", null, null, null, null,
                    echo.Parameters is null ? "not compared: the simulator has no such coupling" : "not compared: another number of samples than its parameters give");
                continue;
            }
            foreach (FidelityRow row in Compare(echo, echo.Parameters, cancellation)) yield return row;
        }
    }

    /// <summary>|a − b| / |b| of real and imaginary parts together, echo number i of a.</summary>
    internal static double Distance(RecordedEchoes a, int i, float[] real, float[] imaginary)
    {
        double difference = 0, norm = 0;
        for (int t = 0; t < real.Length; t++)
        {
            double x = a.Real[(i * real.Length) + t] - (double)real[t], y = a.Imaginary[(i * real.Length) + t] - (double)imaginary[t];
            difference += (x * x) + (y * y);
            norm += ((double)real[t] * real[t]) + ((double)imaginary[t] * imaginary[t]);
        }
        return Math.Sqrt(difference / norm);
    }

    private static IEnumerable<FidelityRow> Compare(ReferenceEcho echo, EchoParameters parameters, CancellationToken cancellation)
    {
        SpinLattice lattice = echo.Lattice;
        var lines = new List<double[]> { SpinEchoSimulator.EvenDetunings(lattice, 1), LineEstimate(echo, parameters, out double chiSquared, cancellation) };
        for (int seed = 1; seed <= Draws; seed++) lines.Add(SpinEchoSimulator.DrawDetunings(lattice, seed));
        RecordedEchoes made = SpinEchoSimulator.Run(lattice, [.. Enumerable.Repeat(parameters, lines.Count)], lines, cancellation);
        int samples = lattice.Samples;
        float[] evenReal = made.Real[..samples], evenImaginary = made.Imaginary[..samples];
        double[] spread = [.. Enumerable.Range(2, Draws).Select(i => Distance(made, i, evenReal, evenImaginary)).Order()];
        double median = (spread[(Draws / 2) - 1] + spread[Draws / 2]) / 2;
        int echoAt = 2 * lattice.StepsPerDelay;
        string name = echo.Name;
        yield return Row($"echo of {name}: relative L2 distance, line estimated", made, 1, Limit, string.Create(CultureInfo.InvariantCulture,
            $"real and imaginary part over {samples} samples; numbers are |M| at 2τ; the line in 24 bins was estimated from the echo, χ² = {chiSquared:F0}"));
        yield return Row($"echo of {name}: relative L2 distance, even line", made, 0, null, string.Create(CultureInfo.InvariantCulture,
            $"nothing fitted; {Draws} own random draws lie {spread[0]:P1} to {spread[^1]:P1} from the same curve, median {median:P1}: so much of it is the draw"));
        if (echo.Longitudinal is { } z)
        {
            double own = Enumerable.Range(2, Draws).Average(i => Rms(made.Longitudinal.AsSpan(i * samples, samples)));
            yield return new FidelityRow("nmr", $"echo of {name}: rms of the z component", own, Rms(z), null, null,
                $"mean of {Draws} own draws; its course is made by the draw alone, so curves are not compared");
        }

        FidelityRow Row(string quantity, RecordedEchoes all, int i, double? limit, string note) => new(
            "nmr", quantity, Math.Sqrt(Square(all.Real[(i * samples) + echoAt]) + Square(all.Imaginary[(i * samples) + echoAt])),
            Math.Sqrt(Square(echo.Real[echoAt]) + Square(echo.Imaginary[echoAt])), Distance(all, i, echo.Real, echo.Imaginary), limit, note);
    }

    private static double[] LineEstimate(ReferenceEcho echo, EchoParameters parameters, out double chiSquared, CancellationToken cancellation)
    {
        LineEstimate estimate = Simulation.SpinEcho.LineEstimate.Fit(echo.Lattice, parameters, echo.Real, echo.Imaginary, 1, cancellation);
        chiSquared = estimate.ChiSquared;
        return estimate.Detunings;
    }

    private static double Square(double x) => x * x;

    private static double Rms(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values) sum += (double)value * value;
        return Math.Sqrt(sum / values.Length);
    }
}
