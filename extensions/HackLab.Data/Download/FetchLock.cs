namespace HackLab.Data.Download;

/// <summary>
/// Lets one at a time fetch a file, whether they are threads or processes: the lock file is open without sharing as long as it is
/// held, and the system closes it if its holder dies.
/// </summary>
internal sealed class FetchLock : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _file;

    private FetchLock(FileStream file) => _file = file;

    internal static async Task<FetchLock> TakeAsync(FilePlaces places, string name, DownloadOptions options)
    {
        places.MakeFolders();
        for (bool told = false; ; told = true)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            try
            {
                return new FetchLock(new FileStream(places.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                if (!told) options.Say?.Invoke($"{name} is being fetched by another program; waiting for it.");
            }
            await Task.Delay(Interval, options.Time, options.Cancellation).ConfigureAwait(false);
        }
    }

    // The file stays: to delete it would take it from under somebody who has just opened it.
    public void Dispose() => _file.Dispose();
}
