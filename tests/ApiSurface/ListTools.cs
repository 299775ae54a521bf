namespace ApiSurface;

/// <summary>The modes for whoever works on the engine: write the committed list, report what is missing or wrong.</summary>
internal static class ListTools
{
    private const string Head = """
        # Public signatures of TorchSharp 0.107 (https://github.com/dotnet/TorchSharp, MIT), as facts to compare with:
        # the types that ManagedTorch has too, and their base classes.
        # Written by: dotnet run --project tests/ApiSurface -- update LIST

        """;

    /// <summary>Keeps the list's lines of the types that we have, and of the classes these derive from.</summary>
    internal static int Update(string listFile)
    {
        ApiList list = new(ApiLine.ReadFile(listFile));
        HashSet<string> types = [.. Surface.ReadFile(Files.Assembly).Select(line => line.Type).Where(list.HasType)];
        foreach (string type in types.ToList()) types.UnionWith(list.Bases(type));
        string target = Files.SignaturesSource ?? throw new FileNotFoundException("The program does not lie in the repository.");
        IEnumerable<ApiLine> kept = list.Lines.Where(line => types.Contains(line.Type)).Order();
        File.WriteAllText(target, Head + string.Concat(kept.Select(line => $"{line}\n")));
        Console.WriteLine($"{target}: {types.Count} types");
        return 0;
    }

    /// <summary>Prints the lines of a list that ours lacks, and how many it has.</summary>
    internal static int Missing(string listFile)
    {
        ApiList ours = new(Surface.ReadFile(Files.Assembly));
        List<ApiLine> wanted = ApiLine.ReadFile(listFile);
        List<ApiLine> missing = [.. wanted.Where(line => ours.Fault(line) is not null)];
        missing.ForEach(Console.WriteLine);
        Console.WriteLine($"{wanted.Count - missing.Count} of {wanted.Count} lines are there, {missing.Count} are missing.");
        return 0;
    }

    /// <summary>Prints every member of ours that the list does not have and that is not excepted.</summary>
    internal static int Faults()
    {
        List<string> faults = [.. SurfaceCheck.Run().Faults];
        faults.ForEach(Console.WriteLine);
        Console.WriteLine($"{faults.Count} faults.");
        return faults.Count == 0 ? 0 : 1;
    }
}
