using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace HackLab.Kernel.NuGet;

/// <summary>What was restored before: by the packages and sources asked for, so that a second time needs no network.</summary>
internal static class PackageCache
{
    // The newest version of a package is looked for again after this long.
    private static readonly TimeSpan Newest = TimeSpan.FromDays(1);

    /// <summary>Where results and temporary projects lie: HACKLAB_CACHE, else the user's own application data.</summary>
    public static string Folder { get; internal set; } = Path.GetFullPath(Path.Combine(
        Environment.GetEnvironmentVariable("HACKLAB_CACHE") is { Length: > 0 } own ? own
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "hacklab"),
        "nuget"));

    /// <summary>The system that packages are chosen for.</summary>
    public static string System => RuntimeInformation.RuntimeIdentifier;

    /// <summary>The file for some packages, whatever their order.</summary>
    public static string FileFor(IEnumerable<PackageRequest> requests, IEnumerable<string> sources)
    {
        string key = string.Join('\n',
            requests.Select(r => $"{r.Name.ToLowerInvariant()} {r.Version}").Order(StringComparer.Ordinal)
                .Concat(sources.Select(s => "from " + s)).Append($"{System} {Environment.Version}"));
        return Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32] + ".json");
    }

    /// <summary>Whether a result may be used without asking the sources again.</summary>
    public static bool IsFresh(RestoredPackages found, IEnumerable<PackageRequest> requests) =>
        !requests.Any(r => r.Floats) || DateTime.UtcNow - found.When < Newest;
}
