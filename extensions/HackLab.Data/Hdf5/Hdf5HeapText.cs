using System.Buffers.Binary;
using System.Text;

namespace HackLab.Data;

/// <summary>
/// Text of any length, which lies in heaps apart from the values that point to it. It is read here and not by libhdf5: 1.10.8
/// takes the number of a heap's object for sound, and crashes on a file where it is not (found with damaged files).
/// </summary>
/// <remarks>Source: HDF5 File Format Specification 3.0, III.E (global heap) and IV.A (object headers).</remarks>
internal static class Hdf5HeapText
{
    private const int PointerBytes = 16;   // length (4), address of the heap (8), number in it (4)

    /// <summary>The texts of a data set that lies in the file in one piece.</summary>
    internal static string[] OfDataset(Hdf5Session session, long dataset, int count, string name)
    {
        if (count == 0) return [];
        long at = H5.H5Dget_offset(dataset);
        if (at < 0) throw session.Bad($"text in {name} that lies in one piece", "text in chunks, or none written", "Such text is not read; store it with a fixed length, or without compression.");
        return Texts(session, session.Bytes(at, (long)count * PointerBytes, $"text in {name}"), name);
    }

    /// <summary>The texts of an attribute.</summary>
    /// <param name="session">The file.</param>
    /// <param name="owner">What the attribute belongs to.</param>
    /// <param name="count">How many texts.</param>
    /// <param name="name">The attribute's name.</param>
    internal static string[] OfAttribute(Hdf5Session session, long owner, int count, string name)
    {
        if (count == 0) return [];
        byte[] pointers = Hdf5ObjectHeader.AttributeData(session, owner, name, count * PointerBytes)
            ?? throw session.Bad($"the text of the attribute {name} in its object's header", "none there", "Attributes of which there are very many are not read.");
        return Texts(session, pointers, name);
    }

    private static string[] Texts(Hdf5Session session, ReadOnlySpan<byte> pointers, string name)
    {
        var texts = new string[pointers.Length / PointerBytes];
        var heaps = new Dictionary<long, Dictionary<int, ArraySegment<byte>>>();
        for (int i = 0; i < texts.Length; i++)
        {
            ReadOnlySpan<byte> pointer = pointers.Slice(i * PointerBytes, PointerBytes);
            int length = BinaryPrimitives.ReadInt32LittleEndian(pointer), number = BinaryPrimitives.ReadInt32LittleEndian(pointer[12..]);
            long heap = BinaryPrimitives.ReadInt64LittleEndian(pointer[4..]);
            texts[i] = "";
            if (heap is 0 or -1 || length == 0) continue;
            if (!heaps.TryGetValue(heap, out Dictionary<int, ArraySegment<byte>>? objects)) heaps[heap] = objects = Heap(session, heap, name);
            if (length < 0 || !objects.TryGetValue(number, out ArraySegment<byte> bytes) || bytes.Count < length)
                throw session.Bad($"text of {length:N0} bytes as object {number} of a heap, for {name}", "none");
            texts[i] = Encoding.UTF8.GetString(bytes[..length]).TrimEnd('\0');
        }
        return texts;
    }

    // GCOL, version, the size of all of it; then for each object its number, counter of uses, size, and bytes filled up to a
    // multiple of 8.
    private static Dictionary<int, ArraySegment<byte>> Heap(Hdf5Session session, long address, string name)
    {
        string what = $"a heap of text for {name}";
        byte[] start = session.Bytes(address + session.UserBlock, 16, what);
        if (!start.AsSpan().StartsWith("GCOL"u8) || start[4] != 1) throw session.Bad(what, $"something else at byte {address:N0}");
        byte[] heap = session.Bytes(address + session.UserBlock, BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(8)), what);
        var objects = new Dictionary<int, ArraySegment<byte>>();
        for (int at = 16; at + 16 <= heap.Length;)
        {
            int number = BinaryPrimitives.ReadUInt16LittleEndian(heap.AsSpan(at));
            long size = BinaryPrimitives.ReadInt64LittleEndian(heap.AsSpan(at + 8));
            if (number == 0) break;   // free space to the end
            if (size < 0 || size > heap.Length - at - 16) throw session.Bad($"object {number} of {what}", $"one of {size:N0} bytes");
            objects[number] = new ArraySegment<byte>(heap, at + 16, (int)size);
            at += 16 + (int)Math.Min((size + 7) / 8 * 8, heap.Length);
        }
        return objects;
    }
}
