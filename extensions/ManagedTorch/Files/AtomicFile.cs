namespace TorchSharp.Files;

/// <summary>Writes a file under a temporary name and renames it when it is complete, so that no partial file replaces a good
/// one.</summary>
internal static class AtomicFile
{
    /// <summary>Lets <paramref name="write"/> fill the file; if it throws, what was there before stays.</summary>
    public static void Write(string location, Action<FileStream> write)
    {
        string path = Path.GetFullPath(location);
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
