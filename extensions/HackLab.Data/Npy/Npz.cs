using System.IO.Compression;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>
/// Reads and writes NumPy's .npz files: zip archives of .npy files, stored (numpy.savez) or packed (numpy.savez_compressed).
/// Nothing is ever unpacked to disk, so an entry's name is a name and no path.
/// </summary>
public static class Npz
{
    /// <summary>The most bytes that all arrays of a file may take: 16 GB.</summary>
    public const long MostBytes = 16L << 30;

    // Deflate packs at most 258 bytes into two bits: who promises more lies, or hides a bomb.
    private const long MostPacked = 1032;

    /// <summary>Reads all arrays.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The arrays by name, without <c>.npy</c>; entries that do not end in .npy are left out.</returns>
    /// <exception cref="DataFormatException">
    /// The file cannot be read, is damaged, has a name twice, or holds what <see cref="Npy.Read"/> refuses.
    /// </exception>
    /// <example><code>NdArray x = Npz.Read("jets.npz")["X"];</code></example>
    public static IReadOnlyDictionary<string, NdArray> Read(string path) => Read(path, _ => true);

    /// <summary>Reads one array; the others are not unpacked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name, without <c>.npy</c>.</param>
    /// <exception cref="DataFormatException">
    /// As for all arrays; or there is none of that name, and the message lists those there are.
    /// </exception>
    public static NdArray Read(string path, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var names = new List<string>();
        Dictionary<string, NdArray> arrays = Read(path, found =>
        {
            names.Add(found);
            return found == name;
        });
        return arrays.TryGetValue(name, out NdArray? array) ? array
            : throw new DataFormatException(path, $"an array '{name}'", names.Count == 0 ? "no array" : $"the arrays {string.Join(", ", names)}", "Check the name.");
    }

    /// <summary>Writes arrays. The file is replaced in one step, or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="arrays">The arrays by name, without <c>.npy</c>.</param>
    /// <param name="compress">Whether they are packed; for noise that gains little and takes long.</param>
    /// <exception cref="ArgumentException">
    /// An array's type has none in NumPy's files, or a name is empty or more than 60,000 bytes long.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, NdArray> arrays, bool compress = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(arrays);
        foreach ((string name, NdArray array) in arrays)
        {
            if (name.Length is 0 or > 20_000) throw new ArgumentException("An array's name must have 1 to 20,000 characters.", nameof(arrays));
            NpyFile.TypeOf(array, nameof(arrays));
        }
        OutputFile.Write(path, stream =>
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach ((string name, NdArray array) in arrays)
            {
                using Stream entry = archive.CreateEntry(name + ".npy", compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression).Open();
                NpyFile.Write(entry, array);
            }
        });
    }

    private static Dictionary<string, NdArray> Read(string path, Func<string, bool> wanted)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return NpyFile.Guard(path, () =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using ZipArchive archive = Open(file, path);
            var arrays = new Dictionary<string, NdArray>(StringComparer.Ordinal);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            long total = 0;
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                if (!entry.FullName.EndsWith(".npy", StringComparison.Ordinal)) continue;
                string name = entry.FullName[..^4];
                if (!seen.Add(name)) throw new DataFormatException(path, "every name once", $"'{name}' twice", "Save the file again.");
                if (!wanted(name)) continue;
                Check(entry, file.Length, ref total, path);
                arrays.Add(name, Read(entry, path));
            }
            return arrays;
        });
    }

    private static ZipArchive Open(FileStream file, string path)
    {
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException e)
        {
            throw new DataFormatException(path, "an .npz file (a zip archive)", "none, or one that is cut off", "Fetch the file again.", inner: e);
        }
    }

    // The sizes in an archive's directory are claims: none may promise more than its packed bytes can hold.
    private static void Check(ZipArchiveEntry entry, long fileLength, ref long total, string path)
    {
        if (entry.CompressedLength < 0 || entry.CompressedLength > fileLength || entry.Length < 0 || entry.Length / MostPacked > entry.CompressedLength)
        {
            throw new DataFormatException(
                path, "sizes that fit the archive", $"{entry.Length} bytes for '{entry.FullName}', packed into {entry.CompressedLength}", "The file is damaged: fetch it again.");
        }
        total += entry.Length;
        if (total > MostBytes) throw new DataFormatException(path, $"at most {MostBytes >> 30} GB of arrays", "more", "Read arrays one by one, by name.");
    }

    private static NdArray Read(ZipArchiveEntry entry, string path)
    {
        string name = $"{path}, {entry.FullName}";
        using var stream = new CheckedEntry(entry.Open());
        NpyHeader header = NpyHeader.Read(stream, name);
        NpyFile.CheckLength(header, entry.Length - stream.BytesRead, name);
        var array = new NdArray(NpyData.Read(header, new FromStream(stream)), header.Shape);
        // .NET does not compare the check sum of an archive's entry with what it unpacked.
        if (stream.ReadByte() >= 0 || stream.Value != entry.Crc32)
            throw new DataFormatException(name, "bytes that fit their check sum", "others", "The file is damaged: fetch it again.");
        return array;
    }

    private sealed class FromStream(Stream stream) : INpySource
    {
        public T[] Read<T>(int count)
            where T : unmanaged => NpyData.ReadRaw<T>(stream, count);
    }
}
