using System.Buffers.Binary;
using System.Runtime.InteropServices;
using HackLab.Data.Files;

namespace HackLab.Data;

/// <summary>
/// Reads and writes IDX, the format of the MNIST digits: a type, the length of each axis, the values with the highest byte first.
/// </summary>
/// <remarks>
/// Source: the page of Y. LeCun, C. Cortes and C. Burges, "The MNIST database of handwritten digits", section on the file format.
/// </remarks>
public static class Idx
{
    /// <summary>Reads an array of bytes, 16- or 32-bit whole numbers, float or double.</summary>
    /// <param name="path">The file, plain or gzip (told by its bytes).</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Shape as in the file: of the MNIST digits, [pictures, 28, 28], 0 white paper to 255 ink.</returns>
    /// <exception cref="DataFormatException">
    /// The file cannot be read, is damaged, or has more or less values than its header says.
    /// </exception>
    /// <example><code>byte[] pixels = Idx.Read("t10k-images-idx3-ubyte.gz").As&lt;byte&gt;();</code></example>
    public static NdArray Read(string path, CancellationToken cancellation = default) =>
        InputFile.Read(path, file =>
        {
            Span<byte> magic = stackalloc byte[4];
            file.ReadExactly(magic, "header");
            int axes = magic[3];
            if (magic[0] != 0 || magic[1] != 0 || axes == 0 || magic[2] is not (0x08 or 0x09 or >= 0x0B and <= 0x0E))
                throw file.Bad("an IDX file: two zeros, a type from 8 to 14 and a number of axes", Convert.ToHexString(magic), "Is this the right file? A web page that was saved instead?");
            int[] shape = Shape(file, axes);
            long count = shape.Aggregate(1L, (product, length) => product * length);
            Array values = magic[2] switch
            {
                0x08 => file.ReadValues<byte>(count, true, "values", cancellation),
                0x09 => file.ReadValues<sbyte>(count, true, "values", cancellation),
                0x0B => file.ReadValues<short>(count, true, "values", cancellation),
                0x0C => file.ReadValues<int>(count, true, "values", cancellation),
                0x0D => file.ReadValues<float>(count, true, "values", cancellation),
                _ => file.ReadValues<double>(count, true, "values", cancellation),
            };
            if (file.ReadSome(magic[..1]) > 0) throw file.Bad($"{count:N0} values, as {string.Join(" × ", shape)} in the header", "more", "The file or its header is damaged: fetch it again.");
            return new NdArray(values, shape);
        });

    /// <summary>Writes an array, under a temporary name until it is whole.</summary>
    /// <param name="path">Where; a name that ends in <c>.gz</c> is packed.</param>
    /// <param name="array">Bytes, 16- or 32-bit signed whole numbers, float or double, of 1 to 255 axes.</param>
    /// <exception cref="ArgumentException">IDX has no such numbers, or none so many axes.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, NdArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (array.Shape.Count is 0 or > 255) throw new ArgumentException($"IDX has arrays of 1 to 255 axes, not {array.Shape.Count}.", nameof(array));
        (byte type, Action<Stream> write) = Type.GetTypeCode(array.ElementType) switch
        {
            TypeCode.Byte => ((byte)0x08, Writer<byte>(array)),
            TypeCode.SByte => ((byte)0x09, Writer<sbyte>(array)),
            TypeCode.Int16 => ((byte)0x0B, Writer<short>(array)),
            TypeCode.Int32 => ((byte)0x0C, Writer<int>(array)),
            TypeCode.Single => ((byte)0x0D, Writer<float>(array)),
            TypeCode.Double => ((byte)0x0E, Writer<double>(array)),
            _ => throw new ArgumentException($"IDX has no numbers of the type {array.ElementType.Name}.", nameof(array)),
        };
        var header = new byte[4 + (4 * array.Shape.Count)];
        (header[2], header[3]) = (type, (byte)array.Shape.Count);
        for (int i = 0; i < array.Shape.Count; i++) BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), array.Shape[i]);
        OutputFile.Write(path, file =>
        {
            file.Write(header);
            write(file);
        });
    }

    private static int[] Shape(InputFile file, int axes)
    {
        var lengths = new byte[4 * axes];
        file.ReadExactly(lengths, "axis lengths");
        var shape = new int[axes];
        long product = 1;   // without axes of length 0: what a file says of an empty array must be sound, too
        for (int i = 0; i < axes; i++)
        {
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(lengths.AsSpan(4 * i));
            if (shape[i] < 0) throw file.Bad($"a length of axis {i}", $"{(uint)shape[i]:N0}");
            product *= Math.Max(1, shape[i]);
            if (product > Array.MaxLength) throw file.Bad($"at most {Array.MaxLength:N0} values", $"more, by the lengths of its {axes} axes");
        }
        return shape;
    }

    private static Action<Stream> Writer<T>(NdArray array)
        where T : unmanaged => file =>
    {
        T[] values = array.As<T>();
        var block = new T[Math.Min(values.Length, 1 << 16)];
        for (int first = 0; first < values.Length; first += block.Length)
        {
            Span<T> part = block.AsSpan(0, Math.Min(block.Length, values.Length - first));
            values.AsSpan(first, part.Length).CopyTo(part);
            if (BitConverter.IsLittleEndian) InputFile.SwapBytes(part);
            file.Write(MemoryMarshal.AsBytes(part));
        }
    };
}
