namespace HackLab.Data.Download;

/// <summary>Decides whether bytes on the disk are the file that was asked for, and gives them its name only then.</summary>
internal static class CacheCheck
{
    /// <summary>
    /// The file under its own name, if it is there and right; one that is there and wrong is moved out of the way.
    /// </summary>
    /// <exception cref="DownloadException">It is there and wrong, and nothing can be fetched in its place.</exception>
    internal static FetchedFile? Find(FileRequest request, FilePlaces places, DownloadOptions options)
    {
        if (!File.Exists(places.Good)) return null;
        FileRecord? record = FileRecord.Read(places);
        string sha256 = FileHash.Of(places.Good, options.Cancellation);
        long bytes = new FileInfo(places.Good).Length;
        string? wrong = Wrong(request, bytes, sha256, record);
        if (wrong is null)
        {
            if (record is null) new FileRecord(sha256, bytes, "", options.Time.GetUtcNow()).Write(places);
            return new FetchedFile(places.Good, bytes, sha256, request.Sha256 is not null, FromCache: true, record?.From ?? "");
        }
        places.MakeFolders();
        File.Delete(places.Record);
        if (request.Addresses.Count > 0)
        {
            File.Delete(places.Good);
            options.Say?.Invoke($"{request.Name} in the cache {wrong}; it is fetched again.");
            return null;
        }
        // Somebody put it there: it is not ours to delete, but it may not keep the name.
        string aside = places.Good + ".wrong";
        File.Move(places.Good, aside, overwrite: true);
        throw request.Refused($"the file in the cache {wrong}",
            $"It is now called {aside}. Download it again, and put it into {places.Folder}.");
    }

    /// <summary>Null if the part is the file that was asked for, else what is wrong with it.</summary>
    internal static string? PartIsRight(FileRequest request, FilePlaces places, DownloadOptions options)
    {
        if (!File.Exists(places.Part)) File.WriteAllBytes(places.Part, []);   // an empty file is a file
        long bytes = new FileInfo(places.Part).Length;
        if (Wrong(request, bytes, FileHash.Of(places.Part, options.Cancellation, anew: true), null) is not { } wrong) return null;
        return $"what it sends {wrong}";
    }

    /// <summary>Gives the part, which is right, the file's name.</summary>
    internal static FetchedFile Accept(FileRequest request, FilePlaces places, string from)
    {
        string sha256 = FileHash.Of(places.Part, CancellationToken.None);
        long bytes = new FileInfo(places.Part).Length;
        new FileRecord(sha256, bytes, from, DateTimeOffset.UtcNow).Write(places);
        File.Move(places.Part, places.Good, overwrite: true);
        File.Delete(places.PartRecord);
        return new FetchedFile(places.Good, bytes, sha256, request.Sha256 is not null, FromCache: false, from);
    }

    private static string? Wrong(FileRequest request, long bytes, string sha256, FileRecord? record)
    {
        if (request.Bytes is { } expected && bytes != expected) return $"has {bytes:N0} bytes, not the published {expected:N0}";
        if (request.Sha256 is { } published)
            return FileHash.Same(published, sha256) ? null : $"has the sha256 {sha256}, not the published {published}";
        return record is null || FileHash.Same(record.Sha256, sha256) ? null
            : $"has the sha256 {sha256}, but had {record.Sha256} when it came ({record.Received:yyyy-MM-dd})";
    }
}
