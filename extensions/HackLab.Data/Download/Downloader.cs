using System.Net;

namespace HackLab.Data.Download;

/// <summary>
/// Fetches files into a folder: from the first address that gives the right one, continued where an earlier attempt ended,
/// verified before it gets its name and again whenever it is asked for.
/// </summary>
public static class Downloader
{
    /// <summary>The file, from the folder if the right one is there, else from its addresses.</summary>
    /// <param name="request">What to fetch.</param>
    /// <param name="folder">Where it is kept, under the request's name.</param>
    /// <param name="options">How; null for defaults.</param>
    /// <returns>The file, with what is known of its content.</returns>
    /// <exception cref="DownloadException">No address gives the right file; the message says why for each.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the next call goes on where it was.</exception>
    /// <remarks>
    /// Where the size or the hash is not published, what was received is taken, and <see cref="FetchedFile.Verified"/> is false;
    /// from then on the file must stay the same. A file under its own name is always whole: parts lie elsewhere.
    /// </remarks>
    /// <example><code>FetchedFile file = await Downloader.FetchAsync(new FileRequest("a.csv", [address]), folder);</code></example>
    public static async Task<FetchedFile> FetchAsync(FileRequest request, string folder, DownloadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        options ??= new DownloadOptions();
        var places = new FilePlaces(folder, request.Name);
        if (CacheCheck.Find(request, places, options) is { } here) return here;
        if (request.Addresses.Count == 0) throw request.Refused("it has no address", "Download it by hand.");
        using FetchLock held = await FetchLock.TakeAsync(places, request.Name, options).ConfigureAwait(false);
        // Whoever held the lock before may have fetched it.
        if (CacheCheck.Find(request, places, options) is { } now) return now;
        Uri from = await ReceiveAsync(request, places, options).ConfigureAwait(false);
        return CacheCheck.Accept(request, places, from.AbsoluteUri);
    }

    private static async Task<Uri> ReceiveAsync(FileRequest request, FilePlaces places, DownloadOptions options)
    {
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ConnectTimeout = options.ConnectTimeout,
        };
        using var client =
            new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };   // silence has a limit, the whole has none
        var receiver = new PartReceiver(request, places, new RemoteFile(client, request, options), options);
        var reasons = new List<string>();
        foreach (Uri address in request.Addresses)
        {
            try
            {
                await new Patience(request, places, receiver, options).ReceiveAsync(address).ConfigureAwait(false);
                return address;
            }
            catch (AddressException e)
            {
                reasons.Add($"{address}: {e.Message}");
                if (reasons.Count < request.Addresses.Count)
                    options.Say?.Invoke($"{request.Name}: {e.Message}; trying the next address.");
            }
        }
        long kept = File.Exists(places.Part) ? new FileInfo(places.Part).Length : 0;
        string part = kept > 0 ? $" The first {ByteText.Of(kept)} are kept, and the next try goes on from there." : "";
        throw request.Refused(
            $"no address gives it ({string.Join("; ", reasons)})",
            $"Check the network, try again later, or download it by hand and put it into {places.Folder}.{part}");
    }
}
