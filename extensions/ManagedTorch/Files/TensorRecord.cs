using System.Text;
using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Files;

/// <summary>One tensor in TorchSharp's layout: type, number of axes and sizes as LEB128, then the elements row by row, little
/// endian.</summary>
internal static unsafe class TensorRecord
{
    private const int MaxAxes = 64;
    private const int MaxNameBytes = 1 << 16;    // real names are short; a wild length must not ask for gigabytes
    private const int Chunk = 1 << 20;

    /// <summary>Type and sizes of a tensor, before its elements.</summary>
    public readonly record struct Header(ScalarType Type, long[] Sizes, long Bytes);

    /// <summary>Writes a tensor.</summary>
    public static void Write(BinaryWriter writer, Tensor tensor)
    {
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.Sizes.Length);
        foreach (long size in tensor.Sizes)
        {
            writer.Write7BitEncodedInt64(size);
        }
        WriteElements(writer.BaseStream, writer, tensor);
    }

    /// <summary>Reads a tensor.</summary>
    /// <param name="reader">Where.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="InvalidDataException">Not a tensor: unknown type, wild sizes, or cut.</exception>
    public static Tensor Read(BinaryReader reader, string name)
    {
        Header header = ReadHeader(reader, name);
        return ReadElements(reader.BaseStream, header, name);
    }

    /// <summary>Reads type and sizes, and checks that the stream can hold so many elements.</summary>
    /// <exception cref="InvalidDataException">Unknown type, wild sizes, or longer than the stream.</exception>
    public static Header ReadHeader(BinaryReader reader, string name)
    {
        long type = ReadNumber(reader, $"type of tensor '{name}'");
        if (type > int.MaxValue || !IsOffered((ScalarType)type))
        {
            throw new InvalidDataException($"Tensor '{name}': found element type {type}, expected one that the engine offers "
                + "(0 uint8, 3 int32, 4 int64, 6 float32, 7 float64, 9 complex64, 10 complex128, 11 bool).");
        }
        long axes = ReadNumber(reader, $"number of axes of tensor '{name}'");
        if (axes > MaxAxes)
        {
            throw new InvalidDataException($"Tensor '{name}': found {axes} axes, expected at most {MaxAxes}.");
        }
        var sizes = new long[axes];
        for (int d = 0; d < axes; d++)
        {
            sizes[d] = ReadNumber(reader, $"size {d} of tensor '{name}'");
        }
        long bytes = Bytes(sizes, (ScalarType)type, name);
        Stream stream = reader.BaseStream;
        if (stream.CanSeek && bytes > stream.Length - stream.Position)
        {
            throw new InvalidDataException($"Tensor '{name}' is cut: its shape {Shape.Text(sizes)} takes {bytes} bytes, "
                + $"found {stream.Length - stream.Position}.");
        }
        return new Header((ScalarType)type, sizes, bytes);
    }

    /// <summary>The bytes that a shape takes.</summary>
    /// <exception cref="InvalidDataException">More than can be counted.</exception>
    public static long Bytes(ReadOnlySpan<long> sizes, ScalarType type, string name)
    {
        try
        {
            // Without the zeros first: sizes like 2^62 beside a 0 are as wild as without.
            long elements = 1;
            bool isEmpty = false;
            foreach (long size in sizes)
            {
                isEmpty |= size == 0;
                elements = checked(elements * Math.Max(size, 1));
            }
            long bytes = checked(elements * ElementType.Bytes(type));
            return isEmpty ? 0 : bytes;
        }
        catch (OverflowException error)
        {
            throw new InvalidDataException($"Tensor '{name}': the sizes {Shape.Text(sizes)} overflow.", error);
        }
    }

    /// <summary>Reads the elements of a checked header.</summary>
    /// <exception cref="InvalidDataException">The stream ends too early.</exception>
    public static Tensor ReadElements(Stream stream, Header header, string name)
    {
        if (!stream.CanSeek)
        {
            return ReadUnsized(stream, header, name);
        }
        Tensor tensor = Tensor.Empty(header.Sizes, header.Type);
        Fill(stream, tensor.Pointer, header.Bytes, name);
        NormalizeFlags(tensor);
        GC.KeepAlive(tensor);
        return tensor;
    }

    /// <summary>Skips the elements.</summary>
    public static void Skip(Stream stream, Header header, string name)
    {
        if (stream.CanSeek)
        {
            stream.Position += header.Bytes;    // checked against the length
            return;
        }
        Span<byte> buffer = stackalloc byte[4096];
        for (long left = header.Bytes; left > 0;)
        {
            int read = stream.Read(buffer[..(int)Math.Min(left, buffer.Length)]);
            left -= read > 0 ? read : throw Cut(name, header.Bytes, header.Bytes - left);
        }
    }

    /// <summary>A LEB128 number, not negative.</summary>
    /// <exception cref="InvalidDataException">Too long, negative, or the stream ends.</exception>
    public static long ReadNumber(BinaryReader reader, string what)
    {
        try
        {
            long number = reader.Read7BitEncodedInt64();
            return number >= 0 ? number : throw new InvalidDataException($"Found {number} as {what}, expected 0 or more.");
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"The {what} is not a LEB128 number.", error);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException($"The data end where the {what} should stand.", error);
        }
    }

    /// <summary>A name: LEB128 byte count, then UTF-8.</summary>
    /// <exception cref="InvalidDataException">Too long, not UTF-8, or the stream ends.</exception>
    public static string ReadName(BinaryReader reader, string what)
    {
        long length = ReadNumber(reader, $"length of the {what}");
        if (length > MaxNameBytes)
        {
            throw new InvalidDataException($"Found {length} bytes as length of the {what}, expected at most {MaxNameBytes}.");
        }
        byte[] bytes = reader.ReadBytes((int)length);
        if (bytes.Length < length)
        {
            throw new InvalidDataException($"The data end within the {what}: expected {length} bytes, found {bytes.Length}.");
        }
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"The {what} is not valid UTF-8.", error);
        }
    }

    /// <summary>The elements row by row, little endian.</summary>
    public static void WriteElements(Stream stream, BinaryWriter? writer, Tensor tensor)
    {
        CheckByteOrder();
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        Tensor rows = Copies.AsContiguous(tensor);
        writer?.Flush();
        long bytes = rows.Elements * ElementType.Bytes(rows.dtype);
        byte* start = rows.Pointer;
        for (long done = 0; done < bytes; done += Chunk)
        {
            stream.Write(new ReadOnlySpan<byte>(start + done, (int)Math.Min(Chunk, bytes - done)));
        }
        GC.KeepAlive(rows);
    }

    /// <summary>Fills memory from a stream.</summary>
    /// <exception cref="InvalidDataException">The stream ends too early.</exception>
    public static void Fill(Stream stream, byte* target, long bytes, string name)
    {
        CheckByteOrder();
        for (long done = 0; done < bytes;)
        {
            int read = stream.Read(new Span<byte>(target + done, (int)Math.Min(Chunk, bytes - done)));
            done += read > 0 ? read : throw Cut(name, bytes, done);
        }
    }

    /// <summary>Any byte but 0 counts as true; the engine's kernels rely on 0 and 1.</summary>
    public static void NormalizeFlags(Tensor tensor)
    {
        if (tensor.dtype == ScalarType.Bool)
        {
            byte* flags = tensor.Pointer;
            for (long i = 0; i < tensor.Elements; i++)
            {
                flags[i] = flags[i] != 0 ? (byte)1 : (byte)0;
            }
        }
    }

    // The length of the stream is unknown, so memory is taken only for what has arrived.
    private static Tensor ReadUnsized(Stream stream, Header header, string name)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[(int)Math.Min(Chunk, Math.Max(header.Bytes, 1))];
        while (memory.Length < header.Bytes)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, header.Bytes - memory.Length));
            if (read == 0)
            {
                throw Cut(name, header.Bytes, memory.Length);
            }
            memory.Write(buffer, 0, read);
        }
        memory.Position = 0;
        return ReadElements(memory, header, name);
    }

    private static bool IsOffered(ScalarType type) =>
        type is ScalarType.Byte or ScalarType.Int32 or ScalarType.Int64 or ScalarType.Float32
        or ScalarType.Float64 or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 or ScalarType.Bool;

    private static InvalidDataException Cut(string name, long expected, long found) =>
        new($"Tensor '{name}' is cut: expected {expected} bytes, found {found}.");

    private static void CheckByteOrder()
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Tensor files hold little-endian numbers; this machine is big-endian.");
        }
    }
}
