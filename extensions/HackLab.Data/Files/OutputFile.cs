using System.IO.Compression;

namespace HackLab.Data.Files;

/// <summary>
/// Writes a file under a temporary name beside its place and renames it when it is whole: nobody ever finds half a file.
/// </summary>
internal static class OutputFile
{
    /// <summary>Writes a file; one whose name ends in <c>.gz</c> is packed.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before is still there.</exception>
    internal static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string temporary = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.part";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                {
                    using var packed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
                    write(packed);
                }
                else
                {
                    write(file);
                }
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);   // does nothing once it has been renamed
        }
    }
}
