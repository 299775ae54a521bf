namespace HackLab.Data.Archives;

/// <summary>
/// Decides whether a name within an archive may become a file. Refused is whatever could lead out of the folder on any system,
/// not only on this one: a class shares what one of it has unpacked.
/// </summary>
internal static class EntryName
{
    private const int Longest = 1024;

    private static readonly string[] Devices =
    [
        "CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).Select(i => $"COM{i}"), .. Enumerable.Range(0, 10).Select(i => $"LPT{i}"),
    ];

    /// <summary>The parts of the name; null if it is refused.</summary>
    internal static string[]? Parts(string name)
    {
        if (name.Length is 0 or > Longest) return null;
        string plain = name.Replace('\\', '/');
        if (plain.StartsWith('/')) return null;   // absolute; or a network share
        if (plain.EndsWith('/')) plain = plain[..^1];
        if (plain.StartsWith("./", StringComparison.Ordinal)) plain = plain[2..];
        string[] parts = plain.Split('/');
        return parts.All(IsGood) ? parts : null;
    }

    // A colon is a drive's letter or a hidden stream; blanks and points at the end are dropped by Windows, which makes "..." of
    // "..".
    private static bool IsGood(string part) =>
        part.Length > 0 && part is not ("." or "..") && !part.Contains(':') && !part.Any(c => char.IsControl(c))
        && part[^1] is not ('.' or ' ') && !Devices.Contains(part.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase);
}
