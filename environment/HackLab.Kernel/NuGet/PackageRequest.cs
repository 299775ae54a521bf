using System.Text.RegularExpressions;
using HackLab.Kernel.Errors;

namespace HackLab.Kernel.NuGet;

/// <summary>A package that a notebook asked for.</summary>
/// <param name="Name">The package's id.</param>
/// <param name="Version">A version ("1.2.3": that one or, if the source lacks it, the next), a range, or "*": the newest.</param>
internal sealed partial record PackageRequest(string Name, string Version)
{
    /// <summary>Whether the text after #r names a package.</summary>
    public static bool IsPackage(string target) => target.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether which version this is depends on the day.</summary>
    public bool Floats => Version.Contains('*', StringComparison.Ordinal);

    /// <summary>Reads <c>nuget: Name, 1.2.3</c>.</summary>
    /// <exception cref="DirectiveException">It has another form.</exception>
    public static PackageRequest Parse(string target)
    {
        string[] parts = target["nuget:".Length..].Split(',', 2, StringSplitOptions.TrimEntries);
        string version = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : "*";
        if (!NameForm().IsMatch(parts[0]))
            throw new DirectiveException($"#r: \"{parts[0]}\" is not a package's name. Expected #r \"nuget: Name, 1.2.3\" or #r \"nuget: Name\".");
        if (!VersionForm().IsMatch(version))
            throw new DirectiveException($"#r: \"{version}\" is not a version of a package. Expected 1.2.3, 1.2.*, [1.0,2.0) or nothing (the newest).");
        return new PackageRequest(parts[0], version);
    }

    /// <inheritdoc/>
    public override string ToString() => Version == "*" ? Name : $"{Name} {Version}";

    [GeneratedRegex(@"^[A-Za-z0-9_]+([.\-][A-Za-z0-9_]+)*$")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^(\*(-\*)?|\d[0-9A-Za-z.+\-]*\*?|[\[(][0-9A-Za-z.+\-, *]*[\])])$")]
    private static partial Regex VersionForm();
}
