namespace HackLab.Data;

/// <summary>One data set of an HDF5 file.</summary>
/// <param name="Name">Its path in the file, without a slash in front: <c>strain/Strain</c>.</param>
/// <param name="Shape">The length along each axis; empty for a single value.</param>
/// <param name="ElementType">
/// The type of a value as it is read: a number (half and single precision become float, longer ones double), or
/// <see cref="string"/>; null if values of its kind are not read.
/// </param>
public sealed record Hdf5Dataset(string Name, IReadOnlyList<long> Shape, Type? ElementType)
{
    /// <summary>Name, type and shape in one line.</summary>
    public override string ToString() => $"{Name}: {ElementType?.Name ?? "of a type that is not read"} [{string.Join(", ", Shape)}]";
}
