using System.IO.Compression;
using HackLab.Data.Delimited;

namespace HackLab.Data.Archives;

/// <summary>
/// Unpacks .zip, .tar, .tar.gz (.tgz) and .gz; which of them a file is, its first bytes tell. All of it arrives or nothing: it is
/// unpacked beside the folder and then renamed.
/// </summary>
public static class Archive
{
    private const string Again = "The archive is damaged or cut off: fetch it again.";

    /// <summary>Unpacks an archive into a new folder.</summary>
    /// <param name="archive">The file.</param>
    /// <param name="folder">
    /// The folder to make; it must not exist. A .gz gives one file in it, called as the archive without .gz.
    /// </param>
    /// <param name="limits">How much may come out; null for defaults.</param>
    /// <param name="cancellation">Stops it; nothing is left then.</param>
    /// <exception cref="DataFormatException">
    /// It is no such archive, is damaged, holds more than the limits allow, links, or names that lead out of the folder.
    /// </exception>
    /// <exception cref="IOException">The folder exists, or cannot be written.</exception>
    /// <example><code>Archive.Unpack("dataset.zip", "dataset");</code></example>
    public static void Unpack(string archive, string folder, UnpackLimits? limits = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(archive);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        limits ??= new UnpackLimits();
        if (!File.Exists(archive)) throw new DataFormatException(archive, "a file", "none of that name", "Check the path.");
        if (Path.Exists(folder)) throw new IOException($"{folder} is there already; an archive is unpacked into a new folder.");
        string temporary = $"{Path.TrimEndingDirectorySeparator(folder)}.{Environment.ProcessId}.tmp";
        if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        Directory.CreateDirectory(temporary);
        try
        {
            Unpack(archive, new Unpacking(archive, temporary, limits, cancellation));
            Directory.Move(temporary, folder);
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    /// <summary>Unpacks to wherever that is.</summary>
    internal static void Unpack(string archive, Unpacking to)
    {
        try
        {
            using FileStream file = File.OpenRead(archive);
            byte[] head = new byte[4];
            int read = file.ReadAtLeast(head, 4, throwOnEndOfStream: false);
            file.Position = 0;
            if (read >= 4 && head is [(byte)'P', (byte)'K', 3 or 5, 4 or 6]) Zip(file, to);
            else if (head is [0x1F, 0x8B, ..]) Gzip(file, archive, to);
            else if (IsTar(file)) Tar(file, to);
            else throw to.Wrong("a .zip, .tar, .tar.gz or .gz", "something else",
                "Check that it is the archive, and fetch it again.");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw to.Wrong("a whole archive", e.Message.TrimEnd('.'), Again, e);
        }
    }

    private static void Zip(FileStream file, Unpacking to)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            // The upper half holds Unix's kind of file, where the archive was made there: 0xA000 is a link, 0x8000 a file, 0x4000
            // a folder.
            int kind = (entry.ExternalAttributes >> 16) & 0xF000;
            if (kind is not (0 or 0x8000 or 0x4000)) throw to.NoLink(entry.FullName);
            string place = to.PlaceFor(entry.FullName, entry.Length);
            if (entry.FullName is [.., '/' or '\\'])
            {
                to.MakeFolder(place);
                continue;
            }
            var crc = new Crc32();
            using (Stream content = entry.Open()) to.Write(place, entry.FullName, content, entry.Length, bytes => crc.Add(bytes));
            // The library does not compare it by itself.
            if (crc.Value != entry.Crc32)
                throw to.Wrong($"the check sum {entry.Crc32:x8} of '{entry.FullName}'", $"{crc.Value:x8}", Again);
        }
    }

    private static void Tar(Stream stream, Unpacking to)
    {
        var tar = new TarWalk(stream, to);
        while (tar.Next())
        {
            if (tar.IsFolder && tar.Name.TrimEnd('/') is "." or "") continue;   // "tar -C folder ." begins with the folder itself
            string place = to.PlaceFor(tar.Name, tar.Size);
            if (tar.IsFolder) to.MakeFolder(place);
            else to.Write(place, tar.Name, tar.Content, tar.Size);
        }
    }

    private static void Gzip(FileStream file, string archive, Unpacking to)
    {
        bool isTar;
        using (var peek = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true)) isTar = IsTar(peek);
        file.Position = 0;
        using var text = new GzipText(file);   // compares length and check sum at its end
        if (!isTar)
        {
            string name = Path.GetFileName(archive);
            if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
            to.Write(to.PlaceFor(name, 0), name, text, null);
            return;
        }
        Tar(text, to);
        var rest = new byte[1 << 16];
        while (text.Read(rest, 0, rest.Length) > 0) { }   // the end must be reached for the check
    }

    // "ustar" stands at byte 257 of the first header, in every form of tar since 1988.
    private static bool IsTar(Stream stream)
    {
        var head = new byte[512];
        bool is512 = stream.ReadAtLeast(head, 512, throwOnEndOfStream: false) == 512;
        if (stream.CanSeek) stream.Position = 0;
        return is512 && head.AsSpan(257, 5).SequenceEqual("ustar"u8);
    }
}
