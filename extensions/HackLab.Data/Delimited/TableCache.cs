using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace HackLab.Data.Delimited;

/// <summary>
/// Keeps the numbers of a delimited file as an .npy file, so that the next load copies bytes instead of parsing text. NumPy can
/// read that file, too.
/// </summary>
/// <remarks>
/// The file ends with a stamp: the source's size and time of change, the options, and check sums of numbers and stamp. If
/// anything does not fit, the source is read and the file written anew, first under another name. Where it cannot be written
/// nothing is kept, and the load goes on. To clear it, delete the file.
/// </remarks>
/// <example><code>DelimitedReader.Read("HIGGS.csv.gz", new() { Cache = TableCache.Beside });</code></example>
public sealed record TableCache
{
    private readonly string? _folder;

    private TableCache(string? folder) => _folder = folder;

    /// <summary>Beside the source, as <c>HIGGS.csv.gz.single.npy</c>.</summary>
    public static TableCache Beside { get; } = new(folder: null);

    /// <summary>In a folder, which is made if it is not there; the names of files tell where their sources lie.</summary>
    /// <param name="folder">The folder.</param>
    public static TableCache In(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return new TableCache(Path.GetFullPath(folder));
    }

    /// <summary>Where the numbers of a source are kept.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="source">The delimited file.</param>
    public string FileFor<T>(string source)
    {
        string type = typeof(T).Name.ToLowerInvariant(), full = Path.GetFullPath(source);
        if (_folder is null) return $"{full}.{type}.npy";
        string place = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..16];
        return Path.Combine(_folder, $"{Path.GetFileName(full)}.{place}.{type}.npy");
    }

    internal NumberTable<T> Read<T>(string path, DelimitedOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var source = new FileInfo(path);
        string wanted = source.Exists ? Key(source, options) : "", file = FileFor<T>(path);
        if (source.Exists && CachedTable.TryRead<T>(file, path, wanted) is { } cached) return cached;
        NumberTable<T> table = DelimitedReader.Read<T>(path, options with { Cache = null });
        source.Refresh();
        if (Key(source, options) == wanted) CachedTable.TryWrite(file, table, wanted);   // not if it changed meanwhile
        return table;
    }

    // All that decides what the numbers are. The time of change may be set back, the size be the same: both must be.
    private static string Key(FileInfo source, DelimitedOptions options) => string.Join(
        '\n', "2", source.Length, source.LastWriteTimeUtc.Ticks, options.Delimiter, options.Header, options.Columns,
        string.Join('\t', options.ColumnNames ?? []), options.Quote, options.Comment, options.SkipLines,
        options.Missing is null ? "none" : string.Join('\t', options.Missing));
}
