namespace ApiSurface;

/// <summary>Where the assembly under test and the lists lie.</summary>
internal static class Files
{
    internal static string Assembly => Path.Combine(AppContext.BaseDirectory, "ManagedTorch.dll");
    internal static string Signatures => Path.Combine(AppContext.BaseDirectory, "torchsharp-signatures.txt");
    internal static string Exceptions => Path.Combine(AppContext.BaseDirectory, "exceptions.txt");

    /// <summary>The whole list, where it lies beside the repository; the committed part is compared with it.</summary>
    internal static string? WholeList => FromRoot(Path.Combine("..", "shared", "torchsharp-api.txt"));

    /// <summary>The committed part as it lies in the sources, to be written anew.</summary>
    internal static string? SignaturesSource => FromRoot(Path.Combine("tests", "ApiSurface", "torchsharp-signatures.txt"));

    private static string? FromRoot(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "HackLab.slnx"))) continue;
            string file = Path.GetFullPath(Path.Combine(folder.FullName, path));
            return File.Exists(file) ? file : null;
        }
        return null;
    }
}
