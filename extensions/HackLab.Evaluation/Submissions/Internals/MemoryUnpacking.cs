using HackLab.Data.Archives;

namespace HackLab.Evaluation.Internals;

/// <summary>Unpacks into memory, with the checks of names, sizes and sums that unpacking to a disk has.</summary>
internal sealed class MemoryUnpacking(string archive, CancellationToken cancellation)
    : Unpacking(archive, "", PackLimits.Unpack, cancellation)
{
    private readonly Dictionary<string, MemoryStream> _files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What came out, by name.</summary>
    public Dictionary<string, byte[]> Files() =>
        _files.ToDictionary(file => file.Key.Replace(Path.DirectorySeparatorChar, '/'), file => file.Value.ToArray(),
            StringComparer.OrdinalIgnoreCase);

    internal override void MakeFolder(string place)
    {
    }

    protected override Stream MakeFile(string place) => _files[place] = new MemoryStream();
}
