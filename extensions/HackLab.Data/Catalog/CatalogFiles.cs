using HackLab.Data.Archives;
using HackLab.Data.Download;
using HackLab.Data.Hosting;

namespace HackLab.Data.Catalog;

/// <summary>
/// The one call by which loaders get real files: from the cache, else downloaded and verified, else with words about what to
/// download by hand and where to put it.
/// </summary>
public static class CatalogFiles
{
    /// <summary>A file of a data set.</summary>
    /// <param name="dataset">The data set's name in the catalogue: <c>nmr</c>.</param>
    /// <param name="file">The file's name there: <c>gauss_echos_model_r.txt</c>.</param>
    /// <returns>The path of a whole file; verified wherever a hash is published.</returns>
    /// <exception cref="ArgumentException">The catalogue has no such data set or file.</exception>
    /// <exception cref="DownloadException">It cannot be had; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">
    /// The learner interrupted the cell; the next call goes on where it was.
    /// </exception>
    /// <example><code>string path = CatalogFiles.Locate("nmr", "gauss_echos_model_r.txt");</code></example>
    public static string Locate(string dataset, string file)
    {
        CatalogEntry entry = DatasetCatalog.Entry(dataset);
        CatalogFile wanted = entry.File(file);
        using var watched = new WatchedFetch(entry, wanted);
        // On a thread of the pool: a notebook's cell may have a context that waits for this very call.
        return Task.Run(() => FetchAsync(entry, wanted, watched.Options)).GetAwaiter().GetResult().Path;
    }

    /// <summary>All files of a group in an archive, which is fetched if need be and unpacked once.</summary>
    /// <param name="dataset">The data set's name in the catalogue: <c>lensing-classes</c>.</param>
    /// <param name="fileSet">The group's name there: <c>images</c>.</param>
    /// <returns>Their paths, in the order of their names.</returns>
    /// <exception cref="ArgumentException">The catalogue has no such data set or group.</exception>
    /// <exception cref="DownloadException">The archive cannot be had; the message says why and what to do.</exception>
    /// <exception cref="DataFormatException">The archive is damaged, or is not to be trusted, or holds no such file.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    public static IReadOnlyList<string> LocateAll(string dataset, string fileSet)
    {
        CatalogEntry entry = DatasetCatalog.Entry(dataset);
        CatalogFileSet set = entry.FileSets.FirstOrDefault(one => one.Id == fileSet)
            ?? throw new ArgumentException(
                $"{dataset} has no group of files '{fileSet}'; it has {string.Join(", ", entry.FileSets.Select(one => one.Id))}.", nameof(fileSet));
        string archive = Locate(dataset, set.Archive), folder = archive + ".unpacked";
        if (!Directory.Exists(folder)) Archive.Unpack(archive, folder, cancellation: NotebookHost.Token);
        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => PathPattern.Fits(set.Includes, Path.GetRelativePath(folder, path).Replace('\\', '/')))
                .Order(StringComparer.Ordinal),
        ];
        if (files.Length > 0) return files;
        throw new DataFormatException(archive, $"files like {set.Includes} in it", "none",
            $"Is it the right archive? {entry.Page} hands it out.");
    }

    /// <summary>Fetches a file, or takes it from the cache.</summary>
    /// <param name="entry">The data set.</param>
    /// <param name="file">One of its files.</param>
    /// <param name="options">How; null for defaults.</param>
    /// <param name="from">Another place: an address, a file or a folder; null for the entry's addresses.</param>
    /// <exception cref="DownloadException">It cannot be had; the message says why and what to do.</exception>
    public static async Task<FetchedFile> FetchAsync(CatalogEntry entry, CatalogFile file, DownloadOptions? options = null,
        string? from = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(file);
        options ??= new DownloadOptions();
        string folder = DataCache.FolderOf(entry.Id);
        FileRequest request = Request(file);
        if (from is not null)
        {
            bool isAddress = Uri.TryCreate(from, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
            return isAddress ? await Downloader.FetchAsync(request with { Addresses = [address!] }, folder, options)
                .ConfigureAwait(false)
                : await LocalFile.TakeAsync(request, from, folder, options).ConfigureAwait(false);
        }
        if (request.Addresses.Count == 0 && !File.Exists(Path.Combine(folder, file.Name))) throw ByHand(entry, file, folder);
        return await Downloader.FetchAsync(request, folder, options).ConfigureAwait(false);
    }

    /// <summary>What the downloader needs to know of a file.</summary>
    internal static FileRequest Request(CatalogFile file) =>
        new(file.Name, file.Addresses, file.Bytes, file.Sha256, file.EncodingFormat);

    private static DownloadException ByHand(CatalogEntry entry, CatalogFile file, string folder) => new(
        file.Name, "its publisher gives no address to fetch it from",
        $"{file.ByHand} The page is {file.Page ?? entry.Page}; put the file into {folder}. Licence: {entry.LicenceText}.");
}
