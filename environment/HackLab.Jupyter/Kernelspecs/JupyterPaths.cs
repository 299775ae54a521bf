namespace HackLab.Jupyter.Kernelspecs;

/// <summary>The folders in which Jupyter looks for kernelspecs, the first found winning (jupyter_core's rules).</summary>
internal static class JupyterPaths
{
    /// <summary>The user's data folder: JUPYTER_DATA_DIR, or the one that the system prescribes.</summary>
    public static string UserData()
    {
        if (Variable("JUPYTER_DATA_DIR") is { } chosen) return chosen;
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Jupyter");
        if (OperatingSystem.IsWindows()) return Path.Combine(Variable("APPDATA") ?? home, "jupyter");
        return Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");
    }

    /// <summary>The data folder below a prefix, such as a Python environment's.</summary>
    public static string BelowPrefix(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");

    /// <summary>Every folder searched, in the order of search. The running Python's own prefix is known only to Python.</summary>
    public static IEnumerable<string> Search()
    {
        foreach (string folder in (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }

        yield return UserData();
        foreach (string environment in new[] { "VIRTUAL_ENV", "CONDA_PREFIX" })
        {
            if (Variable(environment) is { } prefix) yield return BelowPrefix(prefix);
        }

        if (OperatingSystem.IsWindows())
        {
            if (Variable("PROGRAMDATA") is { } all) yield return Path.Combine(all, "jupyter");
        }
        else
        {
            yield return "/usr/local/share/jupyter";
            yield return "/usr/share/jupyter";
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
