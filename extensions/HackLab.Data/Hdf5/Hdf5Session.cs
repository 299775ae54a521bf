using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>A file, open in libhdf5 for one task.</summary>
internal sealed class Hdf5Session
{
    // Deflate packs at most 1032 to 1; and a data set that was made but hardly filled may be larger than its file.
    private const long MostPerByte = 1033, AlwaysAllowed = 1 << 24;

    private readonly InputFile _file;

    private Hdf5Session(InputFile file, long id) => (_file, Id) = (file, id);

    internal long Id { get; }

    /// <summary>Bytes before the file proper, from which its addresses count.</summary>
    internal long UserBlock { get; private init; }

    internal string Path => _file.Path;

    internal static T Run<T>(string path, Func<Hdf5Session, T> use) => InputFile.Read(path, file =>
    {
        long userBlock = CheckSignature(file);
        return Hdf5Library.Use(() =>
        {
            using var id = new Hdf5Handle(H5.H5Fopen(System.IO.Path.GetFullPath(path), 0, 0), path, "a whole HDF5 file");
            return use(new Hdf5Session(file, id.Id) { UserBlock = userBlock });
        });
    });

    internal Hdf5Handle Open(long id, string what) => new(id, Path, what);

    internal DataFormatException Bad(string expected, string found, string advice = "The file is damaged or cut off: fetch it again.") => _file.Bad(expected, found, advice);

    /// <summary>Bytes of the file as they are, past the library.</summary>
    internal byte[] Bytes(long at, long length, string what)
    {
        if (at < 0 || length < 0 || at > _file.LengthAtMost - length) throw Bad($"{length:N0} bytes of {what} at byte {at:N0}", $"{_file.LengthAtMost:N0} bytes in all");
        if (length > Array.MaxLength) throw Bad($"less than 2 GB of {what}", $"{length:N0} bytes");
        var bytes = new byte[length];
        _file.ReadAt(at, bytes, what);
        return bytes;
    }

    /// <summary>Where the header of something opened lies in the file.</summary>
    internal unsafe long AddressOf(long id)
    {
        // H5O_info_t, in all versions shorter than this: a file number, filled up to 8 bytes, and the address.
        byte* info = stackalloc byte[1024];
        if (H5.H5Oget_info2(id, info, 1) < 0) throw Bad("the address of an object", "none");
        return *(long*)(info + 8) + UserBlock;
    }

    /// <summary>Refuses values that a file of this length cannot hold, before anything is allocated for them.</summary>
    internal void Require(UInt128 bytes, string what)
    {
        long most = Math.Max(AlwaysAllowed, Math.Min(_file.LengthAtMost, long.MaxValue / MostPerByte) * MostPerByte);
        if (bytes > (UInt128)most) throw Bad($"{what} of at most {most:N0} bytes in a file of {_file.LengthAtMost:N0}", $"{bytes:N0}");
    }

    // It stands at the beginning, or behind a block of the user's own at byte 512, 1024, 2048, … (format specification, II.A).
    private static long CheckSignature(InputFile file)
    {
        if (file.IsPacked) throw file.Bad("an HDF5 file", "a gzip file", "Unpack it first (gunzip).");
        Span<byte> start = stackalloc byte[8];
        for (long at = 0; at + 8 <= file.LengthAtMost; at = at == 0 ? 512 : at * 2)
        {
            file.Skip(at - file.Position, "header");
            file.ReadExactly(start, "header");
            if (start.SequenceEqual((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F', 13, 10, 26, 10])) return at;
        }
        throw file.Bad("an HDF5 file", file.LengthAtMost == 0 ? "an empty file" : "another signature", "Is this the right file? A web page that was saved instead?");
    }
}
