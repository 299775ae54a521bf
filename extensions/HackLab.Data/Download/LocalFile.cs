namespace HackLab.Data.Download;

/// <summary>Takes a file from a folder or a memory stick instead of the network, with the same checks.</summary>
internal static class LocalFile
{
    /// <summary>Copies it into the cache.</summary>
    /// <exception cref="DownloadException">It is not there, or is not the published file.</exception>
    internal static async Task<FetchedFile> TakeAsync(FileRequest request, string path, string folder, DownloadOptions options)
    {
        var places = new FilePlaces(folder, request.Name);
        string source = Directory.Exists(path) ? Path.Combine(path, request.Name) : path;
        if (!File.Exists(source)) throw request.Refused($"there is no file {source}", "Check the path given as --from.");
        using FetchLock held = await FetchLock.TakeAsync(places, request.Name, options).ConfigureAwait(false);
        if (Path.GetFullPath(source) == Path.GetFullPath(places.Good))
            return CacheCheck.Find(request with { Addresses = [] }, places, options)!;
        long total = new FileInfo(source).Length;
        if (options.FreeDisk(places.Folder) < total + options.SpareDisk)
            throw request.Refused($"it has {ByteText.Of(total)}, more than the disk of {places.Folder} has free",
                "Free space (hacklab data clean).");
        places.ForgetPart();
        var meter = new TransferMeter(request.Name, options.Progress, options.Time);
        await using (FileStream from = File.OpenRead(source))
        await using (FileStream part = File.Create(places.Part))
        {
            var buffer = new byte[1 << 20];
            for (int read; (read = await from.ReadAsync(buffer, options.Cancellation).ConfigureAwait(false)) > 0;)
            {
                part.Write(buffer, 0, read);
                meter.Reached(part.Length, total);
            }
            part.Flush(flushToDisk: true);
            meter.Reached(part.Length, total, now: true);
        }
        if (CacheCheck.PartIsRight(request, places, options) is { } wrong)
        {
            places.ForgetPart();
            throw request.Refused(wrong.Replace("what it sends", source, StringComparison.Ordinal), "Take the published file.");
        }
        return CacheCheck.Accept(request, places, Path.GetFullPath(source));
    }
}
