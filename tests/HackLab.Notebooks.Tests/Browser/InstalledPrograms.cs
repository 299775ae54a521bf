namespace HackLab.Notebooks.Tests.Browser;

/// <summary>The programs that the browser tests need and do not bring along.</summary>
internal static class InstalledPrograms
{
    private const string ChromiumVariable = "HACKLAB_CHROMIUM";

    /// <summary>The browser: the one that HACKLAB_CHROMIUM names, else the system's; null if there is none.</summary>
    public static string? Chromium
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable(ChromiumVariable);
            if (!string.IsNullOrWhiteSpace(named)) return File.Exists(named) ? named : null;
            return OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");
        }
    }

    /// <summary>Jupyter's command for its classic notebook; null if there is none.</summary>
    public static string? JupyterNotebook => OnPath("jupyter-notebook");

    /// <summary>What is missing, as a sentence; null if nothing is.</summary>
    public static string? Missing =>
        Chromium is null ? $"Chromium is not installed (Debian: apt install chromium; or name one in {ChromiumVariable})."
        : JupyterNotebook is null ? "Jupyter Notebook is not installed (Debian: apt install jupyter-notebook)."
        : null;

    private static string? OnPath(string program)
    {
        string file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }
}
