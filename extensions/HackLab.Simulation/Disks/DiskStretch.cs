using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Disks;

/// <summary>How brightness becomes a pixel's value.</summary>
public enum DiskStretch
{
    /// <summary>1 + log₁₀(max(b, 10⁻³))/3 for brightness b from 0 to 1: three decades from 0 to 1, so that faint outer rings count.</summary>
    Logarithmic,

    /// <summary>The brightness itself, from 0 (the darkest pixel) to 1 (the brightest).</summary>
    Linear,
}

/// <summary>Turns brightness into pixel values, with the same bits on every machine.</summary>
public static class DiskBrightness
{
    private const double Ln1000 = 6.907755278982137;

    /// <summary>Stretches brightness in place.</summary>
    /// <param name="pixels">From 0 to 1; NaN becomes 0.</param>
    /// <param name="stretch">How.</param>
    /// <example><code>DiskBrightness.Apply(pixels, DiskStretch.Logarithmic);</code></example>
    public static void Apply(Span<float> pixels, DiskStretch stretch)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            if (float.IsNaN(pixels[i])) pixels[i] = 0;
            else if (stretch == DiskStretch.Logarithmic) pixels[i] = (float)(1 + (PortableMath.Log(Math.Max(pixels[i], 1e-3)) / Ln1000));
        }
    }

    /// <summary>The brightness that a logarithmic pixel stands for: 10^(3(v − 1)); 0 for v = 0.</summary>
    /// <param name="value">From 0 to 1.</param>
    public static float FromLogarithmic(float value) => value <= 0 ? 0 : (float)PortableMath.Exp(Ln1000 * (value - 1));
}
