namespace HackLab.Kernel.NuGet;

/// <summary>A restore did not succeed.</summary>
/// <param name="code">NuGet's code, such as NU1101.</param>
/// <param name="text">NuGet's words.</param>
internal sealed class RestoreFailedException(string code, string text) : Exception($"{code}: {text}")
{
    /// <summary>NuGet's code; empty if it gave none.</summary>
    public string Code { get; } = code;

    /// <summary>Whether no source answered, as without a network.</summary>
    public bool IsUnreachable => Code is "NU1301" or "NU1300" or "NU1302";

    /// <summary>NuGet's words, and what to do.</summary>
    public string Advice => $"{(Code.Length > 0 ? Code + ": " : "")}{text.Trim()}{What}";

    private string What => Code switch
    {
        "NU1101" => " Check the name; a source other than the usual ones is added by #i \"nuget: address\".",
        "NU1102" or "NU1103" => " Ask for a version that exists, or leave the version away for the newest.",
        "NU1107" or "NU1605" => " Two packages need different versions of a third: ask for other versions.",
        "NU1202" or "NU1213" => $" Look for a version of it that supports net{Environment.Version.Major}.0 or netstandard2.0.",
        _ when IsUnreachable => " Is there a network? Packages that this machine already has can be used without one, by the version it has.",
        _ => "",
    };
}
