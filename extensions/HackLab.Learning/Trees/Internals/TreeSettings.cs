using System.Globalization;

namespace HackLab.Learning.Internals;

/// <summary>Checks a setting of a fit.</summary>
internal static class TreeSettings
{
    public static void Require(bool holds, string setting, double value, string rule)
    {
        if (holds) return;
        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"{setting} {rule}, but it is {value}."), setting);
    }
}
