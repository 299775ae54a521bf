namespace HackLab.Data.Archives;

/// <summary>The state of one unpacking: where it goes, how much has come out, and what was seen.</summary>
internal class Unpacking(string archive, string folder, UnpackLimits limits, CancellationToken cancellation)
{
    private const int Block = 1 << 17;

    private readonly byte[] _buffer = new byte[Block];
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly long _most = limits.TotalFor(new FileInfo(archive).Length);
    private long _declared, _written;

    /// <summary>Where an entry may be written.</summary>
    /// <param name="name">Its name in the archive.</param>
    /// <param name="declared">The size that the archive gives for it.</param>
    internal string PlaceFor(string name, long declared)
    {
        cancellation.ThrowIfCancellationRequested();
        string[] parts = EntryName.Parts(name)
            ?? throw Wrong("names that stay within the folder", $"'{Shown(name)}'",
                "This archive is not to be trusted: take it from its publisher.");
        if (_seen.Count >= limits.MostEntries)
            throw Wrong($"at most {limits.MostEntries:N0} entries", "more",
                "This looks like a bomb: take the archive from its publisher.");
        if (!_seen.Add(string.Join('/', parts)))
            throw Wrong("every name once", $"'{Shown(name)}' twice", "Take the archive from its publisher.");
        if (declared < 0)
            throw Wrong($"a size for '{Shown(name)}'", "none that can be", "The archive is damaged: fetch it again.");
        _declared = declared > long.MaxValue - _declared ? long.MaxValue : _declared + declared;
        if (_declared > _most) throw TooMuch(_declared);
        return Path.Combine([folder, .. parts]);
    }

    /// <summary>Writes an entry; it may hold no byte more than declared.</summary>
    internal void Write(string place, string name, Stream content, long? declared, Action<ReadOnlySpan<byte>>? check = null)
    {
        MakeFolder(Path.GetDirectoryName(place)!);
        using Stream file = MakeFile(place);
        long size = 0;
        for (int read; (read = content.Read(_buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            size += read;
            _written += read;
            if (declared is { } all && size > all)
                throw Wrong($"{all:N0} bytes in '{Shown(name)}'", "more",
                    "The archive lies about its content: take it from its publisher.");
            if (_written > _most) throw TooMuch(_written);
            check?.Invoke(_buffer.AsSpan(0, read));
            file.Write(_buffer, 0, read);
        }
        if (declared is { } expected && size < expected)
            throw Wrong($"{expected:N0} bytes in '{Shown(name)}'", $"{size:N0}",
                "The archive is damaged or cut off: fetch it again.");
    }

    /// <summary>Makes a folder; tests make none.</summary>
    internal virtual void MakeFolder(string place) => Directory.CreateDirectory(place);

    /// <summary>Makes a file; tests make none.</summary>
    protected virtual Stream MakeFile(string place) => new FileStream(place, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);

    internal DataFormatException NoLink(string name) =>
        Wrong("files and folders", $"'{Shown(name)}', which is a link or a device",
            "Links could lead out of the folder: take the archive from its publisher.");

    internal DataFormatException Wrong(string expected, string found, string advice, Exception? inner = null) =>
        new(archive, expected, found, advice, inner: inner);

    private DataFormatException TooMuch(long bytes) => Wrong(
        $"at most {_most:N0} bytes to come out of an archive of {new FileInfo(archive).Length:N0}", $"{bytes:N0} or more",
        "This looks like a bomb: take the archive from its publisher, or pass larger UnpackLimits if you trust it.");

    private static string Shown(string name)
    {
        string plain = string.Concat(name.Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return plain.Length <= 80 ? plain : plain[..79] + "…";
    }
}
