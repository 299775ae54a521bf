using HackLab.Data.Download;

namespace HackLab.Data.Catalog;

/// <summary>What of the catalogue lies on this machine.</summary>
public static class CatalogCache
{
    /// <summary>Everything in a data set's folder of the cache.</summary>
    /// <param name="entry">The data set.</param>
    public static IReadOnlyList<CachedItem> Of(CatalogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        string folder = DataCache.FolderOf(entry.Id);
        if (!Directory.Exists(folder)) return [];
        var items = new List<CachedItem>();
        foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            CatalogFile? file = entry.Files.FirstOrDefault(one => one.Name == Path.GetFileName(path));
            bool byHand = FileRecord.Read(new FilePlaces(folder, Path.GetFileName(path))) is not { From.Length: > 0 };
            items.Add(new CachedItem(path, new FileInfo(path).Length, file is null ? CachedKind.Other : CachedKind.File, file,
                byHand));
        }
        foreach (string path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) == DataCache.OwnFolder) continue;
            bool unpacked = path.EndsWith(".unpacked", StringComparison.Ordinal);
            items.Add(new CachedItem(path, FolderBytes(path), unpacked ? CachedKind.Unpacked : CachedKind.Other, null,
                !unpacked));
        }
        string own = Path.Combine(folder, DataCache.OwnFolder);
        if (Directory.Exists(own))
        {
            items.AddRange(Directory.EnumerateFiles(own, "*.part").Order(StringComparer.Ordinal)
                .Select(path => new CachedItem(path, new FileInfo(path).Length, CachedKind.Part,
                    entry.Files.FirstOrDefault(one => one.Name + ".part" == Path.GetFileName(path)), false)));
        }
        return items;
    }

    /// <summary>Reads a file of the cache from its first byte to its last, and compares it with what was published.</summary>
    /// <param name="entry">The data set.</param>
    /// <param name="file">One of its files.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The file; null if it is not in the cache.</returns>
    /// <exception cref="DownloadException">It is not the published one, and has lost its name.</exception>
    public static FetchedFile? Verify(CatalogEntry entry, CatalogFile file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(file);
        var places = new FilePlaces(DataCache.FolderOf(entry.Id), file.Name);
        if (!File.Exists(places.Good)) return null;
        FileHash.Of(places.Good, cancellation, anew: true);
        // Without addresses a wrong file is set aside and not fetched again: to fetch is another command.
        return CacheCheck.Find(CatalogFiles.Request(file) with { Addresses = [] }, places,
            new DownloadOptions { Cancellation = cancellation });
    }

    /// <summary>Removes something from the cache.</summary>
    /// <param name="item">What.</param>
    public static void Remove(CachedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (Directory.Exists(item.Path)) Directory.Delete(item.Path, recursive: true);
        else File.Delete(item.Path);
        if (item.Kind == CachedKind.Part) File.Delete(item.Path + ".json");
        if (item.Kind != CachedKind.File) return;
        string record = new FilePlaces(Path.GetDirectoryName(item.Path)!, Path.GetFileName(item.Path)).Record;
        if (File.Exists(record)) File.Delete(record);
    }

    private static long FolderBytes(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
        .Sum(file => file.Length);
}

/// <summary>Something in the cache.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Kind">What it is.</param>
/// <param name="File">The catalogue's file that it is or belongs to; null if it is none.</param>
/// <param name="IsByHand">Whether somebody put it there, who might miss it.</param>
public sealed record CachedItem(string Path, long Bytes, CachedKind Kind, CatalogFile? File, bool IsByHand);

/// <summary>What something in the cache is.</summary>
public enum CachedKind
{
    /// <summary>A whole file of the catalogue.</summary>
    File,

    /// <summary>The beginning of one, to be continued.</summary>
    Part,

    /// <summary>The content of an archive.</summary>
    Unpacked,

    /// <summary>Something else that somebody put there.</summary>
    Other,
}
