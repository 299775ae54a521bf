namespace HackLab.Charts.Internals.Saving;

/// <summary>Finds a browser of the Chromium family: Chromium, Chrome or Edge.</summary>
internal static class InstalledBrowser
{
    /// <summary>Names the browser's program, where the usual places are not the right ones.</summary>
    public const string Variable = "HACKLAB_CHROMIUM";

    private static readonly string[] Programs =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable",
        "msedge",
    ];

    /// <summary>The program's path; null if there is none.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable, File.Exists);

    /// <summary>The same with the environment and the file system given.</summary>
    internal static string? Find(Func<string, string?> variable, Func<string, bool> exists)
    {
        // A browser that is named but missing is a mistake to be told, not a reason to take another.
        if (variable(Variable) is { Length: > 0 } named) return exists(named) ? named : null;
        return OnPath(variable("PATH") ?? "").Concat(OnMac(variable("HOME"))).Concat(OnWindows(variable)).FirstOrDefault(exists);
    }

    private static IEnumerable<string> OnPath(string path) =>
        from program in Programs
        from folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        select Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);

    private static IEnumerable<string> OnMac(string? home) =>
        from name in new[] { "Google Chrome", "Chromium", "Microsoft Edge" }
        from root in new[] { "/Applications", $"{home}/Applications" }
        select $"{root}/{name}.app/Contents/MacOS/{name}";

    private static IEnumerable<string> OnWindows(Func<string, string?> variable) =>
        from program in new[] { @"Google\Chrome\Application\chrome", @"Microsoft\Edge\Application\msedge", @"Chromium\Application\chrome" }
        from root in new[] { "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA" }
        let folder = variable(root)
        where !string.IsNullOrEmpty(folder)
        select $@"{folder}\{program}.exe";
}
