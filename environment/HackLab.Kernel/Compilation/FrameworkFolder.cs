namespace HackLab.Kernel.Compilation;

/// <summary>
/// Where the base library's references are taken from: the SDK's reference assemblies (6 MB, XML documentation beside them),
/// else the running framework's own files (60 MB, no documentation).
/// </summary>
internal static class FrameworkFolder
{
    /// <summary>The folder.</summary>
    public static string Path { get; } = ReferencePack() ?? System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static string? ReferencePack()
    {
        string runtime = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;    // …/shared/Microsoft.NETCore.App/10.0.x
        string packs = System.IO.Path.GetFullPath(System.IO.Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs)) return null;
        int major = Environment.Version.Major;
        return Directory.EnumerateDirectories(packs, $"{major}.*")
            .Select(folder => (folder, version: Version.TryParse(System.IO.Path.GetFileName(folder), out Version? v) ? v : null))
            .Where(pack => pack.version is not null)
            .OrderByDescending(pack => pack.version)
            .Select(pack => System.IO.Path.Combine(pack.folder, "ref", $"net{major}.0"))
            .FirstOrDefault(folder => File.Exists(System.IO.Path.Combine(folder, "System.Runtime.dll")));
    }
}
