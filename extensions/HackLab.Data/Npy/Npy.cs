using System.Numerics;
using Microsoft.Win32.SafeHandles;

namespace HackLab.Data.Npy;

/// <summary>
/// Reads and writes NumPy's .npy files (versions 1 to 3): arrays of bool, whole numbers of 8 to 64 bits, floats of 16, 32 and 64
/// bits, and complex numbers, in either byte order, C or Fortran order. Python objects, text, dates and structured arrays are
/// refused.
/// </summary>
/// <remarks>Where we differ from NumPy: a file with several arrays one after the other is refused, not read to the end of the first; complex64 becomes
/// <see cref="Complex"/>, which is complex128; Fortran order is turned into C order.</remarks>
public static class Npy
{
    /// <summary>Reads an array.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its values in C order (the last index runs fastest).</returns>
    /// <exception cref="DataFormatException">The file cannot be read, is no such file, or holds what is not read.</exception>
    /// <example><code>float[] image = Npy.Read("lens.npy").ToSingle();   // shape [64, 64]</code></example>
    public static NdArray Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return NpyFile.Guard(path, () =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            NpyHeader header = NpyHeader.Read(file, path);
            NpyFile.CheckLength(header, file.Length - file.Position, path);
            return new NdArray(NpyData.Read(header, new FromFile(file.SafeFileHandle, file.Position)), header.Shape);
        });
    }

    /// <summary>Writes an array, version 1.0, little-endian, C order. The file is replaced in one step, or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="array">The array.</param>
    /// <exception cref="ArgumentException">Its values are of a type that .npy has none for, such as decimal.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, NdArray array)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(array);
        NpyFile.TypeOf(array, nameof(array));
        NewFile.Write(path, stream => NpyFile.Write(stream, array));
    }

    /// <summary>Writes values as an array.</summary>
    /// <param name="path">The file.</param>
    /// <param name="values">The values, row-major.</param>
    /// <param name="shape">The length along each axis; none for one axis with all values.</param>
    /// <inheritdoc cref="Write(string, NdArray)"/>
    /// <example><code>Npy.Write("x.npy", x, 1000, 28);</code></example>
    public static void Write(string path, float[] values, params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(shape);
        Write(path, new NdArray(values, shape.Length == 0 ? [values.Length] : shape));
    }

    private sealed class FromFile(SafeFileHandle file, long offset) : INpySource
    {
        public T[] Read<T>(int count)
            where T : unmanaged => NpyData.ReadRaw<T>(file, offset, count);
    }
}
