using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using HackLab.Data.Npy;

namespace HackLab.Data.Delimited;

/// <summary>
/// The file of a <see cref="TableCache"/>: an .npy file, then the stamp as JSON, its length (4 bytes), the check sums of the
/// numbers and of the stamp (8 bytes each), all little-endian.
/// </summary>
internal static class CachedTable
{
    private const int Trailer = 20, LongestStamp = 1 << 24;

    private sealed record Stamp(string Key, char Delimiter, IReadOnlyList<string>? Header);

    /// <summary>null if the file is not there, of another source or damaged.</summary>
    internal static NumberTable<T>? TryRead<T>(string file, string source, string key)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            if (!File.Exists(file)) return null;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            NpyHeader header = NpyHeader.Read(stream, file);
            if (header.Type.Element != typeof(T) || header.Type.BigEndian || header.FortranOrder || header.Shape is not [> 0, > 0]) return null;
            long data = stream.Position, bytes = (long)header.Shape[0] * header.Shape[1] * header.Type.Size, stamped = stream.Length - data - bytes - Trailer;
            if (stamped is <= 0 or > LongestStamp || bytes / header.Type.Size > Array.MaxLength) return null;
            var end = new byte[stamped + Trailer];
            stream.Position = data + bytes;
            stream.ReadExactly(end);
            ReadOnlySpan<byte> json = end.AsSpan(0, (int)stamped), trailer = end.AsSpan((int)stamped);
            if (MemoryMarshal.Read<int>(trailer) != stamped || MemoryMarshal.Read<ulong>(trailer[12..]) != CheckSum.Of(json)) return null;
            if (JsonSerializer.Deserialize<Stamp>(json) is not { } stamp || stamp.Key != key) return null;
            T[] values = NpyData.ReadRaw<T>(stream.SafeFileHandle, data, (int)(bytes / header.Type.Size));
            if (MemoryMarshal.Read<ulong>(trailer[4..]) != CheckSum.OfArray(values)) return null;
            return new NumberTable<T>(source, stamp.Header, stamp.Delimiter, header.Shape[1], values);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;   // what is wrong with it does not matter: it is written anew
        }
    }

    /// <summary>Writes the file in one step; leaves it out where it cannot be written.</summary>
    internal static void TryWrite<T>(string file, NumberTable<T> table, string key)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            NewFile.Write(file, stream =>
            {
                NpyHeader.Write(stream, NpyType.Of(typeof(T))!, [table.Rows, table.Columns]);
                NpyData.WriteRaw<T>(stream, table.Values);
                byte[] json = JsonSerializer.SerializeToUtf8Bytes(new Stamp(key, table.Delimiter, table.Header));
                stream.Write(json);
                stream.Write(BitConverter.GetBytes(json.Length));
                stream.Write(BitConverter.GetBytes(CheckSum.OfArray(table.Values)));
                stream.Write(BitConverter.GetBytes(CheckSum.Of(json)));
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that may only be read, or a full disk: the next load parses again.
        }
    }
}
