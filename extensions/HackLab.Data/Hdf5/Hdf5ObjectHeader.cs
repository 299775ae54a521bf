using System.Buffers.Binary;
using System.Text;

namespace HackLab.Data;

/// <summary>
/// Finds an attribute's stored bytes in the header of its object (HDF5 File Format Specification 3.0, IV.A.1 and IV.A.2.m).
/// </summary>
internal static class Hdf5ObjectHeader
{
    private const int AttributeMessage = 0x0C, ContinuationMessage = 0x10;

    // Parts of one header: it goes on elsewhere whenever it has grown, and a damaged one may go on in a circle.
    private const int MostParts = 1000;

    private readonly record struct Part(long Address, long Length, bool IsFirst);

    /// <summary>The bytes of an attribute's value; null if the header itself does not have it.</summary>
    internal static byte[]? AttributeData(Hdf5Session session, long owner, string name, int length)
    {
        long address = session.AddressOf(owner);
        byte[] start = session.Bytes(address, 16, "an object header");
        bool second = start.AsSpan().StartsWith("OHDR"u8);
        var parts = new Queue<Part>();
        int orderBytes = 0;
        if (second)
        {
            int flags = start[5], sizeBytes = 1 << (flags & 3), prefix = 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
            byte[] whole = session.Bytes(address, prefix + sizeBytes, "an object header");
            long size = 0;
            for (int i = sizeBytes - 1; i >= 0; i--) size = (size << 8) | whole[prefix + i];
            parts.Enqueue(new Part(address + prefix + sizeBytes, size, true));
            orderBytes = (flags & 4) != 0 ? 2 : 0;
        }
        else
        {
            if (start[0] != 1) throw session.Bad("an object header", $"something else at byte {address:N0}");
            parts.Enqueue(new Part(address + 16, BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(8)), true));
        }
        for (int n = 0; parts.TryDequeue(out Part part); n++)
        {
            if (n > MostParts) throw session.Bad($"an object header of at most {MostParts} parts", "more");
            if (Search(session, part, second, orderBytes, name, length, parts) is { } data) return data;
        }
        return null;
    }

    private static byte[]? Search(Hdf5Session session, Part part, bool second, int orderBytes, string name, int length, Queue<Part> parts)
    {
        byte[] bytes = session.Bytes(part.Address, part.Length, "an object header");
        int at = 0, end = bytes.Length;
        if (second && !part.IsFirst) (at, end) = (4, end - 4);   // OCHK in front, a check sum behind
        int prefix = second ? 4 + orderBytes : 8;
        while (at + prefix <= end)
        {
            int type = second ? bytes[at] : BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
            int size = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + (second ? 1 : 2)));
            at += prefix;
            if (size > end - at) break;   // what is left is a gap
            ReadOnlySpan<byte> message = bytes.AsSpan(at, size);
            if (type == ContinuationMessage && size >= 16)
                parts.Enqueue(new Part(BinaryPrimitives.ReadInt64LittleEndian(message) + session.UserBlock, BinaryPrimitives.ReadInt64LittleEndian(message[8..]), false));
            if (type == AttributeMessage && Data(message, name, length) is { } data) return data;
            at += size;
        }
        return null;
    }

    // Version, flags, sizes of name, type and space; these three, in version 1 each filled up to a multiple of 8; the value.
    private static byte[]? Data(ReadOnlySpan<byte> message, string name, int length)
    {
        if (message.Length < 9 || message[0] is < 1 or > 3) return null;
        int version = message[0], at = version == 3 ? 9 : 8;
        int nameSize = BinaryPrimitives.ReadUInt16LittleEndian(message[2..]);
        if (at + nameSize > message.Length) return null;
        if (Encoding.UTF8.GetString(message.Slice(at, nameSize)).TrimEnd('\0') != name) return null;
        foreach (int size in new[] { nameSize, BinaryPrimitives.ReadUInt16LittleEndian(message[4..]), BinaryPrimitives.ReadUInt16LittleEndian(message[6..]) })
        {
            at += version == 1 ? (size + 7) / 8 * 8 : size;
        }
        return at + length <= message.Length ? message.Slice(at, length).ToArray() : null;
    }
}
