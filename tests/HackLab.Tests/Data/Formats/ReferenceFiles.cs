using System.IO.Compression;

namespace HackLab.Tests.Data.Formats;

/// <summary>
/// Small files that the field's own libraries wrote, from numbers of ours; the scripts lie beside them in Data/Reference.
/// </summary>
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

    /// <summary>The files in an archive, by name.</summary>
    internal static Dictionary<string, byte[]> Archive(string name)
    {
        using var archive = new ZipArchive(new MemoryStream(Bytes(name)));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using Stream stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            return bytes;
        });
    }
}
