namespace HackLab.Data.Download;

/// <summary>
/// The folder that keeps fetched files: <c>HACKLAB_CACHE</c> if it is set, else <c>hacklab</c> in the platform's own place for
/// caches (<c>$XDG_CACHE_HOME</c> or <c>~/.cache</c>, <c>~/Library/Caches</c>, <c>%LOCALAPPDATA%</c>). Each data set has a folder
/// in it, named as in the catalogue; files that only people can download are put there by hand.
/// </summary>
public static class DataCache
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "HACKLAB_CACHE";

    /// <summary>Within a data set's folder: parts, locks and records, which are ours.</summary>
    internal const string OwnFolder = ".fetch";

    /// <summary>The folder of all data sets; it need not exist.</summary>
    public static string Folder => FolderFor(Environment.GetEnvironmentVariable, Platform());

    /// <summary>A data set's folder; it need not exist.</summary>
    /// <param name="dataset">Its name in the catalogue.</param>
    /// <exception cref="ArgumentException">The name is empty or no plain name.</exception>
    public static string FolderOf(string dataset)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataset);
        if (dataset.AsSpan().IndexOfAny('/', '\\', ':') >= 0 || dataset.StartsWith('.'))
            throw new ArgumentException($"'{dataset}' is no name of a data set.", nameof(dataset));
        return Path.Combine(Folder, dataset);
    }

    internal static string FolderFor(Func<string, string?> variable, OSPlatformKind platform)
    {
        if (Named(Variable) is { } own) return Path.GetFullPath(own);
        string home = Named("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        // The rule of the XDG directory specification: a relative path there counts as not set.
        string caches = platform switch
        {
            OSPlatformKind.Windows =>
                Named("LOCALAPPDATA") ?? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
            OSPlatformKind.MacOS => Path.Combine(home, "Library", "Caches"),
            _ => Named("XDG_CACHE_HOME") is { } xdg && Path.IsPathRooted(xdg) ? xdg : Path.Combine(home, ".cache"),
        };
        return Path.Combine(caches, "hacklab");

        string? Named(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
    }

    private static OSPlatformKind Platform() =>
        OperatingSystem.IsWindows() ? OSPlatformKind.Windows : OperatingSystem.IsMacOS() ? OSPlatformKind.MacOS
            : OSPlatformKind.Unix;

    /// <summary>Which rules for caches hold.</summary>
    internal enum OSPlatformKind
    {
        Unix,
        MacOS,
        Windows,
    }
}
