namespace HackLab.Cli.Commands.Data;

/// <summary>The folder <c>datasets/</c> of HackLab's own files.</summary>
internal static class DatasetsFolder
{
    /// <exception cref="UsageException">The command runs outside of HackLab's folder.</exception>
    public static string Find() => Repository.Find() is { } root ? Path.Combine(root, "datasets")
        : throw new UsageException("This writes into HackLab's own folder datasets/: run it there.");
}
