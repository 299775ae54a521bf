namespace ApiSurface;

/// <summary>Our surface compared with the committed list and the exceptions.</summary>
internal static class SurfaceCheck
{
    /// <summary>Members that stand in neither, as sentences, and exceptions that nothing needs.</summary>
    internal static (IReadOnlyList<string> Faults, IReadOnlyCollection<string> Unused) Run()
    {
        ApiList list = new(ApiLine.ReadFile(Files.Signatures));
        ExceptionList exceptions = ExceptionList.ReadFile(Files.Exceptions);
        List<string> faults = [];
        foreach (ApiLine line in Surface.ReadFile(Files.Assembly))
        {
            if (list.Fault(line) is { } fault && !exceptions.Covers(line)) faults.Add($"{line}: {fault}");
        }
        return (faults, exceptions.Unused);
    }
}
