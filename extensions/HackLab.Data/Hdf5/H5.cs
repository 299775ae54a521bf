using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HackLab.Data;

/// <summary>
/// The functions of libhdf5 that are called, under the C library's own names. Only those are used that have had the same name and
/// arguments from version 1.10.3 on; none that exist as "…1" and "…2" in some versions and not in others.
/// </summary>
internal static unsafe partial class H5
{
    internal const string Library = "hdf5";

    // Values of the C library's enumerations.
    internal const int GroupType = 2, DatasetType = 5;
    internal const int IntegerClass = 0, FloatClass = 1, StringClass = 3, EnumClass = 8;
    internal const int VirtualLayout = 3, ChunkedLayout = 2;
    internal const int ScalarSpace = 0, NullSpace = 2;
    internal const int ExternalLink = 64;

    static H5() => NativeLibrary.SetDllImportResolver(typeof(H5).Assembly, (name, _, _) => name == Library ? Hdf5Library.Handle : 0);

    [StructLayout(LayoutKind.Sequential)]
    internal struct GroupInfo
    {
        internal int Storage;
        internal ulong Links;
        internal long MaxOrder;
        internal byte Mounted;
    }

    [LibraryImport(Library)]
    internal static partial int H5dont_atexit();

    [LibraryImport(Library)]
    internal static partial int H5open();

    [LibraryImport(Library)]
    internal static partial int H5get_libversion(out uint major, out uint minor, out uint release);

    [LibraryImport(Library)]
    internal static partial int H5Eset_auto2(long stack, nint function, nint data);

    [LibraryImport(Library)]
    internal static partial int H5Lunregister(int linkClass);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Fopen(string path, uint flags, long access);

    [LibraryImport(Library)]
    internal static partial int H5Idec_ref(long id);

    [LibraryImport(Library)]
    internal static partial int H5Iget_type(long id);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Oopen(long location, string name, long access);

    [LibraryImport(Library)]
    internal static partial int H5Gget_info(long group, out GroupInfo info);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint H5Lget_name_by_idx(long location, string group, int index, int order, ulong n, byte* name, nuint size, long access);

    [LibraryImport(Library)]
    internal static partial long H5Dget_space(long dataset);

    [LibraryImport(Library)]
    internal static partial long H5Dget_type(long dataset);

    [LibraryImport(Library)]
    internal static partial long H5Dget_create_plist(long dataset);

    [LibraryImport(Library)]
    internal static partial int H5Dread(long dataset, long memoryType, long memorySpace, long fileSpace, long transfer, void* buffer);

    [LibraryImport(Library)]
    internal static partial long H5Dget_offset(long dataset);

    [LibraryImport(Library)]
    internal static partial int H5Oget_info2(long id, byte* info, uint fields);

    [LibraryImport(Library)]
    internal static partial int H5Pget_layout(long creation);

    [LibraryImport(Library)]
    internal static partial int H5Pget_chunk(long creation, int most, ulong* lengths);

    [LibraryImport(Library)]
    internal static partial int H5Pget_external_count(long creation);

    [LibraryImport(Library)]
    internal static partial int H5Sget_simple_extent_type(long space);

    [LibraryImport(Library)]
    internal static partial int H5Sget_simple_extent_ndims(long space);

    [LibraryImport(Library)]
    internal static partial int H5Sget_simple_extent_dims(long space, ulong* lengths, ulong* most);

    [LibraryImport(Library)]
    internal static partial long H5Screate_simple(int rank, ulong* lengths, ulong* most);

    [LibraryImport(Library)]
    internal static partial int H5Sselect_hyperslab(long space, int operation, ulong* start, ulong* stride, ulong* count, ulong* block);

    [LibraryImport(Library)]
    internal static partial int H5Tget_class(long type);

    [LibraryImport(Library)]
    internal static partial nuint H5Tget_size(long type);

    [LibraryImport(Library)]
    internal static partial int H5Tget_sign(long type);

    [LibraryImport(Library)]
    internal static partial long H5Tget_super(long type);

    [LibraryImport(Library)]
    internal static partial int H5Tis_variable_str(long type);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Aopen_by_idx(long location, string name, int index, int order, ulong n, long attributeAccess, long linkAccess);

    [LibraryImport(Library)]
    internal static partial nint H5Aget_name(long attribute, nuint size, byte* name);

    [LibraryImport(Library)]
    internal static partial long H5Aget_space(long attribute);

    [LibraryImport(Library)]
    internal static partial long H5Aget_type(long attribute);

    [LibraryImport(Library)]
    internal static partial int H5Aread(long attribute, long memoryType, void* buffer);

    /// <summary>Sees that the resolver is set before anything else is done.</summary>
    internal static void Prepare() => RuntimeHelpers.RunClassConstructor(typeof(H5).TypeHandle);
}
