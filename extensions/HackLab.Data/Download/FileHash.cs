using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace HackLab.Data.Download;

/// <summary>The SHA-256 of files; one that has not changed since is not read again in this process.</summary>
internal static class FileHash
{
    private const int Block = 1 << 20;

    // Size and time of change are no proof against intent, only against reading 3 GB at every cell.
    private static readonly ConcurrentDictionary<string, (long Bytes, DateTime Changed, string Sha256)> Known =
        new(StringComparer.Ordinal);

    internal static string Of(string path, CancellationToken cancellation, bool anew = false)
    {
        var info = new FileInfo(path);
        (long, DateTime) stamp = (info.Length, info.LastWriteTimeUtc);
        if (!anew && Known.TryGetValue(info.FullName, out var known) && (known.Bytes, known.Changed) == stamp)
            return known.Sha256;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var buffer = new byte[Block];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
        }
        string sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        Known[info.FullName] = (info.Length, info.LastWriteTimeUtc, sha256);
        return sha256;
    }

    internal static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
