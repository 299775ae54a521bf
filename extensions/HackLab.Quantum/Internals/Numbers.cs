using System.Globalization;
using System.Numerics;

namespace HackLab.Quantum.Internals;

/// <summary>Numbers as they are shown: four decimals, a true minus sign.</summary>
internal static class Numbers
{
    private const double Shown = 5e-5;

    internal static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>An amplitude as the coefficient of a term: real, imaginary, or both in brackets.</summary>
    internal static string Coefficient(Complex value)
    {
        bool hasReal = Math.Abs(value.Real) >= Shown, hasImaginary = Math.Abs(value.Imaginary) >= Shown;
        if (!hasImaginary) return Text(value.Real);
        string size = Text(Math.Abs(value.Imaginary));
        string i = size == "1" ? "i" : $"{size}i";
        return hasReal ? $"({Text(value.Real)} {(value.Imaginary < 0 ? "−" : "+")} {i})" : value.Imaginary < 0 ? $"−{i}" : i;
    }

    /// <summary>Whether it is shown as something else than 0.</summary>
    internal static bool Matters(Complex value) => Math.Abs(value.Real) >= Shown || Math.Abs(value.Imaginary) >= Shown;
}
