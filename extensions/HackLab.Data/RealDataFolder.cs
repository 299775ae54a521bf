namespace HackLab.Data;

/// <summary>Finds the folder of real data, which is never part of the project itself.</summary>
public static class RealDataFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "HACKLAB_REAL_DATA";

    /// <summary>
    /// The folder that HACKLAB_REAL_DATA names, else the first <c>shared/data</c> in a folder or a parent of it, else in a parent
    /// of the program's or this library's folder.
    /// </summary>
    /// <param name="from">Where to begin; null for the working directory.</param>
    /// <returns>A full path; null if there is none, or if the variable names one that does not exist.</returns>
    public static string? Find(string? from = null)
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        // A wrong name is not replaced by a guess: whoever set it means that folder.
        if (!string.IsNullOrWhiteSpace(named)) return Directory.Exists(named) ? Path.GetFullPath(named) : null;
        return Above(from ?? Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
            ?? Above(Path.GetDirectoryName(typeof(RealDataFolder).Assembly.Location));
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
