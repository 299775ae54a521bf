namespace HackLab.Tests.Data.Formats;

/// <summary>Small files that the field's own libraries wrote, from numbers of ours; the scripts lie beside them in Data/Reference.</summary>
internal static class ReferenceFiles
{
    internal static byte[] Bytes(string name)
    {
        using Stream resource = typeof(ReferenceFiles).Assembly.GetManifestResourceStream("HackLab.Tests.Data.Reference.Files." + name)
            ?? throw new ArgumentException($"There is no reference file {name}.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    internal static string[] Names(string ending) =>
        [.. typeof(ReferenceFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("HackLab.Tests.Data.Reference.Files.", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .Select(name => name["HackLab.Tests.Data.Reference.Files.".Length..])];
}
