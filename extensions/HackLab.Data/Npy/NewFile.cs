namespace HackLab.Data.Npy;

/// <summary>Writes files whole or not at all.</summary>
internal static class NewFile
{
    /// <summary>Writes under another name beside it, flushes to the disk, and renames.</summary>
    internal static void Write(string path, Action<FileStream> write)
    {
        string full = Path.GetFullPath(path), part = $"{full}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, full, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
