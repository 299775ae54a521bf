using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace HackLab.Charts.Internals;

/// <summary>Spectra of successive windows of a signal (D. Gabor, 1946), each weighted by J. von Hann's window.</summary>
internal static class ShortTime
{
    /// <summary>
    /// Amplitudes of shape [window / 2 + 1, windows]: a sine of amplitude 1 in the middle of a frequency has amplitude 1 there.
    /// </summary>
    public static double[,] Amplitudes(IReadOnlyList<double> samples, int window, int step, CancellationToken token)
    {
        int windows = ((samples.Count - window) / step) + 1;
        double[] weight = [.. Enumerable.Range(0, window).Select(i => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / window)))];
        double scale = 2 / weight.Sum();
        var amplitudes = new double[(window / 2) + 1, windows];
        var spectrum = new Complex[window];
        for (int k = 0; k < windows; k++)
        {
            if (k % 64 == 0) token.ThrowIfCancellationRequested();
            for (int i = 0; i < window; i++) spectrum[i] = samples[(k * step) + i] * weight[i];
            Fourier.Forward(spectrum, FourierOptions.AsymmetricScaling);
            for (int f = 0; f <= window / 2; f++)
            {
                // Frequency 0, and the highest of an even window, have no negative twin.
                bool alone = f == 0 || (2 * f == window);
                amplitudes[f, k] = spectrum[f].Magnitude * (alone ? scale / 2 : scale);
            }
        }
        return amplitudes;
    }
}
