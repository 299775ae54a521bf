namespace HackLab.Internals;

/// <summary>Finds the folder of real data, which is never part of the project itself.</summary>
internal static class RealDataFolder
{
    public const string Variable = "HACKLAB_REAL_DATA";

    /// <summary>
    /// The folder that the variable names, else the first <c>shared/data</c> in the working directory or a parent of it, else
    /// in a parent of this library's folder; null if there is none.
    /// </summary>
    public static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        // A wrong name is not replaced by a guess: whoever set it means that folder.
        if (!string.IsNullOrWhiteSpace(named)) return Directory.Exists(named) ? Path.GetFullPath(named) : null;
        return Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory) ?? Above(Path.GetDirectoryName(typeof(RealDataFolder).Assembly.Location));
    }

    private static string? Above(string? folder)
    {
        if (string.IsNullOrEmpty(folder)) return null;   // an assembly loaded from memory has no place
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            string data = Path.Combine(at.FullName, "shared", "data");
            if (Directory.Exists(data)) return data;
        }
        return null;
    }
}
