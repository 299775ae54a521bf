namespace HackLab.Cli;

/// <summary>Where HackLab's own folder is, if the command runs in or from one.</summary>
internal static class Repository
{
    /// <summary>The root above the working directory, else the one this program was built in; null if there is none.</summary>
    public static string? Find() => FindAbove(Environment.CurrentDirectory) ?? FindAbove(AppContext.BaseDirectory);

    /// <summary>The nearest folder at or above <paramref name="folder"/> that has HackLab's solution and notebooks.</summary>
    public static string? FindAbove(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "HackLab.slnx"))) return at.FullName;
        }
        return null;
    }
}
