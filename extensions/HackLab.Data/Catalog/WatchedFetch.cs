using HackLab.Data.Download;
using HackLab.Data.Hosting;

namespace HackLab.Data.Catalog;

/// <summary>
/// A fetch as a notebook shows it: first how large the file is, whose it is and where it goes, then progress in the same place.
/// Nothing is shown for a file that is in the cache already.
/// </summary>
internal sealed class WatchedFetch : IDisposable
{
    private readonly Lock _gate = new();
    private IDisplayed? _line;

    internal WatchedFetch(CatalogEntry entry, CatalogFile file)
    {
        CancellationToken cancellation = NotebookHost.Token;
        Options =
            new DownloadOptions { Progress = progress => Show(progress.ToString()), Say = Tell, Cancellation = cancellation };
        string path = Path.Combine(DataCache.FolderOf(entry.Id), file.Name);
        if (file.Addresses.Count > 0 && !File.Exists(path)) NotebookHost.Display(Announcement(entry, file));
    }

    internal DownloadOptions Options { get; }

    /// <summary>What is said before a download.</summary>
    internal static string Announcement(CatalogEntry entry, CatalogFile file)
    {
        string size = file.Bytes is { } bytes ? ByteText.Of(bytes) : "a size that is not published";
        string hash = file.Sha256 is null ? "no hash is published to verify it by" : "verified by its sha256";
        return $"Downloading {file.Name}: {size} from {file.Addresses[0].Host}; licence: {entry.LicenceText}; {hash}; kept in {DataCache.FolderOf(entry.Id)}.";
    }

    public void Dispose()
    {
        lock (_gate) _line = null;
    }

    private void Tell(string words)
    {
        lock (_gate)
        {
            NotebookHost.Display(words);
            _line = null;   // progress goes on below what was said
        }
    }

    private void Show(string words)
    {
        lock (_gate)
        {
            if (_line is null) _line = NotebookHost.Display(words);
            else _line.Update(words);
        }
    }
}
