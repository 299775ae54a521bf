using System.Globalization;

namespace HackLab.Charts.Internals;

/// <summary>Numbers as people read them on a figure: a true minus sign, thousands separated, powers of ten raised.</summary>
internal static class Numbers
{
    /// <summary>About <paramref name="digits"/> significant digits, trailing zeros kept off: 0.683, 12.5, 3×10⁻⁷.</summary>
    public static string Short(double value, int digits = 3)
    {
        if (value == 0) return "0";
        if (!double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        int power = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (power is < -4 or > 5) return Scientific(value, power, digits);
        int decimals = Math.Clamp(digits - 1 - power, 0, 12);
        return Sign(value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture));
    }

    /// <summary>A fixed number of decimals, for columns of numbers that belong together.</summary>
    public static string Fixed(double value, int decimals) =>
        Sign(value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>A whole number with thousands separators: 7,000.</summary>
    public static string Count(long value) => Sign(value.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>A share as a percentage with one decimal: 12.5 %. Only a true none is 0.0 %, only a true all 100.0 %.</summary>
    public static string Percent(double share)
    {
        if (share is > 0 and < 0.0005) return "< 0.1 %";
        if (share is < 1 and >= 0.9995) return "> 99.9 %";
        return (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>Labels of evenly spaced ticks, all with the same number of decimals or all as powers of ten.</summary>
    public static string Tick(double value, double step, double largest)
    {
        if (Math.Abs(value) < step / 1000) return "0";
        int power = (int)Math.Floor(Math.Log10(largest));
        int stepPower = (int)Math.Floor(Math.Log10(step) + 1e-9);
        // A step such as 0.25 needs one decimal more than its power of ten.
        double lead = step / Math.Pow(10, stepPower);
        int more = Math.Abs(lead - Math.Round(lead)) > 1e-6 ? 1 : 0;
        if (power is < -4 or > 5)
        {
            double mantissa = value / Math.Pow(10, power);
            return Fixed(mantissa, Math.Clamp(power - stepPower + more, 0, 6)) + "×10" + Raised(power);
        }
        return Fixed(value, Math.Clamp(more - stepPower, 0, 10));
    }

    /// <summary>All digits of a number.</summary>
    public static string Exact(double value) => Sign(value.ToString("#,0.############", CultureInfo.InvariantCulture));

    /// <summary>A leading digit times a power of ten, as ticks of logarithmic axes say it: 10³, 2×10⁻⁵.</summary>
    public static string Power(double value)
    {
        int power = (int)Math.Floor(Math.Log10(value) + 1e-9);
        double lead = Math.Round(value / Math.Pow(10, power));
        return lead == 1 ? "10" + Raised(power) : $"{lead.ToString(CultureInfo.InvariantCulture)}×10{Raised(power)}";
    }

    private static string Scientific(double value, int power, int digits)
    {
        string mantissa = (value / Math.Pow(10, power)).ToString("0." + new string('#', Math.Max(0, digits - 1)), CultureInfo.InvariantCulture);
        return Sign(mantissa) + "×10" + Raised(power);
    }

    private static string Raised(int power) => string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(c => c switch
    {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        _ => (char)('⁰' + (c - '0')),
    }));

    private static string Sign(string number) => number.Trim('-').All(c => c is '0' or '.') ? number.TrimStart('-') : number.Replace('-', '−');
}
