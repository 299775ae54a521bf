namespace HackLab.Notebooks.Tests.Lessons;

/// <summary>The folder these tests belong to, and what they need of it.</summary>
internal static class HackLabRepository
{
    /// <summary>Names the built command line; without it the one in the artifacts folder is taken.</summary>
    private const string ExecutableVariable = "HACKLAB_EXE";

    private const string RealDataVariable = "HACKLAB_REAL_DATA";

    public static string Root { get; } = FindRoot();

    public static string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The library that lessons load, with all it needs beside it.</summary>
    public static string LabFolder => Path.Combine(Root, "artifacts", "lab");

    /// <summary>The built command line.</summary>
    /// <exception cref="FileNotFoundException">It is not there; the message says how to get it.</exception>
    public static string Executable
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable(ExecutableVariable);
            string built = Path.Combine(Root, "artifacts", "hacklab", OperatingSystem.IsWindows() ? "hacklab.exe" : "hacklab");
            string path = string.IsNullOrWhiteSpace(named) ? built : Path.GetFullPath(named);
            if (!File.Exists(path))
                throw new FileNotFoundException($"There is no built hacklab at {path}. Run ./start --set-up-only, or name it in {ExecutableVariable}.");
            if (!File.Exists(Path.Combine(LabFolder, "HackLab.dll")))
                throw new FileNotFoundException($"There is no built library at {LabFolder}, which lessons load. Run ./start --set-up-only.");
            return path;
        }
    }

    /// <summary>A file of real data as lessons find it: in the named folder, else in shared/data beside a folder above; null if absent.</summary>
    public static string? RealData(string file)
    {
        string? named = Environment.GetEnvironmentVariable(RealDataVariable);
        IEnumerable<string> folders = string.IsNullOrWhiteSpace(named)
            ? Above(Root).Select(folder => Path.Combine(folder, "shared", "data"))
            : [named];
        return folders.Where(Directory.Exists).Take(1)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    private static string FindRoot() =>
        Above(AppContext.BaseDirectory).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "HackLab.slnx")))
            ?? throw new DirectoryNotFoundException($"No HackLab.slnx above {AppContext.BaseDirectory}: these tests run within HackLab's folder.");

    private static IEnumerable<string> Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent) yield return at.FullName;
    }
}
