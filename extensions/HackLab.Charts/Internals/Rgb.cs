using System.Globalization;

namespace HackLab.Charts.Internals;

/// <summary>A colour of the sRGB space, each part from 0 to 255.</summary>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>The relative luminance, as WCAG 2.1 defines it: 0 for black, 1 for white.</summary>
    public double Luminance => (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B));

    /// <summary>
    /// Whichever of black and white stands out more: at least 4.5 to 1 on every colour (WCAG 2.1, contrast ratio).
    /// </summary>
    public string Ink => Luminance > 0.179 ? "#000000" : Palette.Paper;

    public static Rgb Parse(string hex) => new(Part(hex, 0), Part(hex, 2), Part(hex, 4));

    public static Rgb Between(Rgb a, Rgb b, double share) =>
        new(Mix(a.R, b.R, share), Mix(a.G, b.G, share), Mix(a.B, b.B, share));

    /// <summary>As in #rrggbb.</summary>
    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    private static byte Part(string hex, int at) =>
        byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static byte Mix(byte a, byte b, double share) => (byte)Math.Round(a + (share * (b - a)));

    private static double Linear(byte c) =>
        c / 255.0 <= 0.04045 ? c / 255.0 / 12.92 : Math.Pow(((c / 255.0) + 0.055) / 1.055, 2.4);
}
