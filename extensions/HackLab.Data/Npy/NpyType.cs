using System.Numerics;

namespace HackLab.Data.Npy;

/// <summary>A type of numbers in an .npy file, and the one it becomes here.</summary>
/// <param name="Code">NumPy's letter and size: <c>f4</c>, <c>i8</c>, <c>b1</c> …</param>
/// <param name="Element">The type here; <c>c8</c> (two floats) becomes <see cref="Complex"/>, which has two doubles.</param>
/// <param name="Size">Bytes of one value in the file.</param>
/// <param name="BigEndian">Whether the file has the highest byte first.</param>
internal sealed record NpyType(string Code, Type Element, int Size, bool BigEndian)
{
    private static readonly NpyType[] All =
    [
        new("b1", typeof(bool), 1, false), new("i1", typeof(sbyte), 1, false), new("u1", typeof(byte), 1, false),
        new("i2", typeof(short), 2, false), new("u2", typeof(ushort), 2, false), new("i4", typeof(int), 4, false), new("u4", typeof(uint), 4, false),
        new("i8", typeof(long), 8, false), new("u8", typeof(ulong), 8, false), new("f2", typeof(Half), 2, false), new("f4", typeof(float), 4, false),
        new("f8", typeof(double), 8, false), new("c16", typeof(Complex), 16, false), new("c8", typeof(Complex), 8, false),
    ];

    /// <summary>As it is written: little-endian, with a bar where there is only one byte.</summary>
    internal string Description => (Size == 1 ? "|" : "<") + Code;

    /// <summary>How a type is written; null if .npy has none for it.</summary>
    internal static NpyType? Of(Type element) => Array.Find(All, type => type.Element == element);

    /// <summary>The type of a description such as <c>&lt;f4</c>; null if it is no type of plain numbers.</summary>
    internal static NpyType? Parse(string description)
    {
        if (description.Length < 3 || !"<>|=".Contains(description[0], StringComparison.Ordinal)) return null;
        NpyType? type = Array.Find(All, type => type.Code == description[1..]);
        // "=" is the byte order of the machine that wrote it; those of today are little-endian.
        return type is null || (type.Size > 1 && description[0] == '|') ? null : type with { BigEndian = description[0] == '>' && type.Size > 1 };
    }
}
