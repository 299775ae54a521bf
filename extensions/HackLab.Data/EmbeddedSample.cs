using System.IO.Compression;

namespace HackLab.Data;

/// <summary>
/// A file in <c>datasets/</c> that is embedded in the library: at most 1 MB, made by a simulator, the same bytes whenever it is
/// made again. A name that ends in <c>.gz</c> says that the file is compressed; content is always given here unpacked.
/// </summary>
/// <param name="path">Where it lies in <c>datasets/</c>, with forward slashes: <c>higgs/higgs-sample.tsv.gz</c>.</param>
/// <param name="make">Makes the content from the simulator.</param>
public sealed class EmbeddedSample(string path, Func<byte[]> make)
{
    /// <summary>Where it lies in <c>datasets/</c>, with forward slashes.</summary>
    public string Path { get; } = path;

    /// <summary>The most bytes that a sample may have, as it lies in <c>datasets/</c>.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>How many bytes it has, as it lies in <c>datasets/</c>; 0 if the library was built without it.</summary>
    public long StoredBytes
    {
        get
        {
            using Stream? file = typeof(EmbeddedSample).Assembly.GetManifestResourceStream(Path);
            return file?.Length ?? 0;
        }
    }

    /// <summary>The content as it came with the library, unpacked.</summary>
    /// <exception cref="InvalidOperationException">The library was built without the file.</exception>
    public Stream Open()
    {
        Stream file = typeof(EmbeddedSample).Assembly.GetManifestResourceStream(Path)
            ?? throw new InvalidOperationException($"This library was built without datasets/{Path}: make the samples and build again.");
        return IsCompressed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>The content as the simulator makes it now, unpacked.</summary>
    public byte[] Make() => make();

    /// <summary>Whether the file in the library holds what the simulator makes now.</summary>
    public bool IsCurrent()
    {
        if (StoredBytes == 0) return false;
        using Stream file = Open();
        return IsCurrent(file);
    }

    /// <summary>Whether a file on the disk holds what the simulator makes now, however it is packed.</summary>
    /// <param name="file">The file, as it lies in <c>datasets/</c>.</param>
    public bool IsCurrent(string file)
    {
        using FileStream stored = File.OpenRead(file);
        try
        {
            if (!IsCompressed) return IsCurrent(stored);
            using var unpacked = new GZipStream(stored, CompressionMode.Decompress);
            return IsCurrent(unpacked);
        }
        catch (InvalidDataException)
        {
            return false;   // damaged
        }
    }

    private bool IsCurrent(Stream stored)
    {
        using var content = new MemoryStream();
        stored.CopyTo(content);
        return content.GetBuffer().AsSpan(0, (int)content.Length).SequenceEqual(Make());
    }

    /// <summary>Writes the file as the simulator makes it now.</summary>
    /// <param name="file">Where the bytes go, packed if the name says so.</param>
    public void Write(Stream file)
    {
        byte[] content = Make();
        if (!IsCompressed)
        {
            file.Write(content);
            return;
        }
        using var gzip = new GZipStream(file, CompressionLevel.SmallestSize, leaveOpen: true);
        gzip.Write(content);
    }

    private bool IsCompressed => Path.EndsWith(".gz", StringComparison.Ordinal);
}
