using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HackLab.Data.Npy;

/// <summary>The values of an .npy file: bytes to arrays and back, in either byte order, C or Fortran order.</summary>
internal static class NpyData
{
    private const int Piece = 1 << 22;

    // Reading is copying, mostly into fresh pages: from this size on two threads do it faster than one.
    private const int WorthThreads = 1 << 23;

    /// <summary>Fills an array straight from a file.</summary>
    internal static T[] ReadRaw<T>(SafeFileHandle file, long offset, int count)
        where T : unmanaged
    {
        T[] values = GC.AllocateUninitializedArray<T>(count);
        int size = Unsafe.SizeOf<T>(), step = Piece / size, pieces = (count + step - 1) / step;
        if ((long)count * size < WorthThreads)
        {
            for (int piece = 0; piece < pieces; piece++) Fill(piece);
        }
        else
        {
            Parallel.For(0, pieces, Fill);
        }
        return values;

        void Fill(int piece)
        {
            int at = piece * step;
            Span<byte> bytes = MemoryMarshal.AsBytes(values.AsSpan(at, Math.Min(step, count - at)));
            for (long from = offset + ((long)at * size); bytes.Length > 0;)
            {
                int read = RandomAccess.Read(file, bytes, from);
                if (read == 0) throw new EndOfStreamException("The file became shorter while it was read.");
                from += read;
                bytes = bytes[read..];
            }
        }
    }

    /// <summary>Fills an array from a stream.</summary>
    internal static T[] ReadRaw<T>(Stream stream, int count)
        where T : unmanaged
    {
        T[] values = GC.AllocateUninitializedArray<T>(count);
        int step = Piece / Unsafe.SizeOf<T>();
        for (int at = 0; at < count; at += step) stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(at, Math.Min(step, count - at))));
        return values;
    }

    internal static void WriteRaw<T>(Stream stream, T[] values)
        where T : unmanaged
    {
        int step = Piece / Unsafe.SizeOf<T>();
        for (int at = 0; at < values.Length; at += step) stream.Write(MemoryMarshal.AsBytes(values.AsSpan(at, Math.Min(step, values.Length - at))));
    }

    /// <summary>Reads all values, in C order and the machine's byte order.</summary>
    /// <param name="header">What they are.</param>
    /// <param name="source">Reads so many raw values of a type.</param>
    internal static Array Read(NpyHeader header, INpySource source) => header.Type.Code switch
    {
        "b1" => InOrder(header, Booleans(source.Read<byte>(header.Count))),
        "i1" => InOrder(header, source.Read<sbyte>(header.Count)),
        "u1" => InOrder(header, source.Read<byte>(header.Count)),
        "i2" => InOrder(header, Turned<short>(header, source.Read<short>(header.Count), BinaryPrimitives.ReverseEndianness)),
        "u2" => InOrder(header, Turned<ushort>(header, source.Read<ushort>(header.Count), BinaryPrimitives.ReverseEndianness)),
        "i4" => InOrder(header, Turned<int>(header, source.Read<int>(header.Count), BinaryPrimitives.ReverseEndianness)),
        "u4" => InOrder(header, Turned<uint>(header, source.Read<uint>(header.Count), BinaryPrimitives.ReverseEndianness)),
        "i8" => InOrder(header, Turned<long>(header, source.Read<long>(header.Count), BinaryPrimitives.ReverseEndianness)),
        "u8" => InOrder(header, Turned<ulong>(header, source.Read<ulong>(header.Count), BinaryPrimitives.ReverseEndianness)),
        "f2" => InOrder(header, TurnedFloats<Half, ushort>(header, source.Read<Half>(header.Count), BinaryPrimitives.ReverseEndianness)),
        "f4" => InOrder(header, TurnedFloats<float, uint>(header, source.Read<float>(header.Count), BinaryPrimitives.ReverseEndianness)),
        "f8" => InOrder(header, TurnedFloats<double, ulong>(header, source.Read<double>(header.Count), BinaryPrimitives.ReverseEndianness)),
        "c16" => InOrder(header, TurnedFloats<Complex, ulong>(header, source.Read<Complex>(header.Count), BinaryPrimitives.ReverseEndianness)),
        _ => InOrder(header, Complexes(TurnedFloats<FloatPair, uint>(header, source.Read<FloatPair>(header.Count), BinaryPrimitives.ReverseEndianness))),
    };

    private delegate void Reverse<T>(ReadOnlySpan<T> source, Span<T> destination);

    private readonly record struct FloatPair(float Real, float Imaginary);

    private static T[] Turned<T>(NpyHeader header, T[] values, Reverse<T> reverse)
        where T : unmanaged
    {
        if (header.Type.BigEndian == BitConverter.IsLittleEndian) reverse(values, values);
        return values;
    }

    // Floats are turned as whole numbers of their size.
    private static T[] TurnedFloats<T, TBits>(NpyHeader header, T[] values, Reverse<TBits> reverse)
        where T : unmanaged
        where TBits : unmanaged
    {
        if (header.Type.BigEndian != BitConverter.IsLittleEndian) return values;
        for (int at = 0; at < values.Length; at += Piece)
        {
            Span<TBits> bits = MemoryMarshal.Cast<T, TBits>(values.AsSpan(at, Math.Min(Piece, values.Length - at)));
            reverse(bits, bits);
        }
        return values;
    }

    // NumPy takes any byte but 0 for true; a .NET bool that is neither 0 nor 1 equals neither true nor false.
    private static bool[] Booleans(byte[] bytes) => Array.ConvertAll(bytes, value => value != 0);

    private static Complex[] Complexes(FloatPair[] pairs) => Array.ConvertAll(pairs, pair => new Complex(pair.Real, pair.Imaginary));

    // Fortran order has the first index running fastest: the axes turned round.
    private static T[] InOrder<T>(NpyHeader header, T[] values)
    {
        int[] shape = header.Shape;
        if (!header.FortranOrder || shape.Length < 2 || values.Length == 0) return values;
        var ordered = new T[values.Length];
        int axes = shape.Length, last = shape[^1];
        var steps = new int[axes];
        for (int axis = 0, step = 1; axis < axes; step *= shape[axis++]) steps[axis] = step;
        var index = new int[axes];
        for (int to = 0, from = 0; to < ordered.Length;)
        {
            for (int i = 0; i < last; i++) ordered[to++] = values[from + (i * steps[^1])];
            for (int axis = axes - 2; axis >= 0; axis--)
            {
                from += steps[axis];
                if (++index[axis] < shape[axis]) break;
                from -= index[axis] * steps[axis];
                index[axis] = 0;
            }
        }
        return ordered;
    }
}

/// <summary>Where the raw values of an array come from.</summary>
internal interface INpySource
{
    /// <summary>So many values, as they lie in the file.</summary>
    T[] Read<T>(int count)
        where T : unmanaged;
}
