using System.Runtime.InteropServices;

namespace HackLab.Data;

/// <summary>Reads the values of a data set.</summary>
internal static unsafe class Hdf5Values
{
    // libhdf5 cannot be stopped while it reads: so it is asked for so much at a time.
    private const long PartBytes = 1 << 24;

    internal static Hdf5Dataset Describe(Hdf5Session session, long dataset, string name)
    {
        using Hdf5Handle space = session.Open(H5.H5Dget_space(dataset), $"a shape of {name}");
        using Hdf5Handle type = session.Open(H5.H5Dget_type(dataset), $"a type of {name}");
        return new Hdf5Dataset(name, Hdf5Space.ShapeOf(session, space.Id, name), Hdf5Type.Of(type.Id).Element);
    }

    internal static NdArray Numbers(Hdf5Session session, string name, long from, long? count, CancellationToken cancellation)
    {
        using Hdf5Handle dataset = OpenDataset(session, name);
        using Hdf5Handle space = session.Open(H5.H5Dget_space(dataset.Id), $"a shape of {name}");
        Hdf5Type type = TypeOf(session, dataset.Id, name);
        if (type.Element is null || type.IsText) throw session.Bad($"numbers in {name}", type.IsText ? "text" : "values of another type", type.IsText ? "Read it with ReadText." : "Compound and other types are not read.");
        long[] stored = Hdf5Space.ShapeOf(session, space.Id, name), shape = [.. stored];
        if (count is { } rows && (shape.Length == 0 || from > shape[0] - rows)) throw session.Bad($"{from + rows:N0} rows of {name}, as when the file was opened", "fewer");
        if (count is not null) shape[0] = count.Value;
        UInt128 values = Hdf5Space.CountOf(shape);
        session.Require(values * (uint)type.Size, name);
        if (values > (UInt128)Array.MaxLength) throw session.Bad($"at most {Array.MaxLength:N0} values of {name} at once", $"{values:N0}", "Read some rows at a time: Read(name, from, count).");
        if (shape.Any(length => length > int.MaxValue)) throw session.Bad($"axes of {name} that are not longer than {int.MaxValue:N0}", string.Join(" × ", shape));
        long chunkRows = CheckStorage(session, dataset.Id, type, stored, name);

        Array array = Array.CreateInstance(type.Element, (int)values);
        if (array.Length > 0) Fill(session, dataset.Id, space.Id, type, array, shape, from, chunkRows, name, cancellation);
        return new NdArray(array, [.. shape.Select(length => (int)length)]);
    }

    internal static string[] Texts(Hdf5Session session, string name)
    {
        using Hdf5Handle dataset = OpenDataset(session, name);
        using Hdf5Handle space = session.Open(H5.H5Dget_space(dataset.Id), $"a shape of {name}");
        using Hdf5Handle fileType = session.Open(H5.H5Dget_type(dataset.Id), $"a type of {name}");
        Hdf5Type type = Hdf5Type.Of(fileType.Id);
        if (!type.IsText) throw session.Bad($"text in {name}", "something else", "Read it with Read.");
        long[] shape = Hdf5Space.ShapeOf(session, space.Id, name);
        CheckStorage(session, dataset.Id, type, shape, name);
        long id = dataset.Id, stored = fileType.Id;
        int count = Hdf5Text.CountOf(session, type, shape, name);
        return type.IsVariableText
            ? Hdf5HeapText.OfDataset(session, id, count, name)
            : Hdf5Text.Read(session, type, count, name, buffer => H5.H5Dread(id, stored, 0, 0, 0, (void*)buffer));
    }

    private static Hdf5Handle OpenDataset(Hdf5Session session, string name)
    {
        Hdf5Handle dataset = session.Open(H5.H5Oopen(session.Id, name, 0), $"the data set {name}");
        if (H5.H5Iget_type(dataset.Id) == H5.DatasetType) return dataset;
        dataset.Dispose();
        throw session.Bad($"the data set {name}, as when the file was opened", "something else");
    }

    private static Hdf5Type TypeOf(Hdf5Session session, long dataset, string name)
    {
        using Hdf5Handle type = session.Open(H5.H5Dget_type(dataset), $"a type of {name}");
        return Hdf5Type.Of(type.Id);
    }

    // The number of rows in a chunk, 1 if it is not stored in chunks.
    private static long CheckStorage(Hdf5Session session, long dataset, Hdf5Type type, long[] shape, string name)
    {
        using Hdf5Handle creation = session.Open(H5.H5Dget_create_plist(dataset), $"how {name} is stored");
        int layout = H5.H5Pget_layout(creation.Id);
        if (layout == H5.VirtualLayout || H5.H5Pget_external_count(creation.Id) != 0)
            throw session.Bad($"{name} in the file itself", "values that lie in other files", "Open those, or copy everything into one file (h5repack).");
        if (layout != H5.ChunkedLayout) return 1;
        ulong* chunk = stackalloc ulong[32];
        int rank = H5.H5Pget_chunk(creation.Id, 32, chunk);
        if (rank < 1 || rank != shape.Length) throw session.Bad($"chunks of {name} of {shape.Length} axes", $"{rank}");
        UInt128 bytes = (uint)type.Size;
        for (int i = 0; i < rank; i++) bytes = bytes > ulong.MaxValue ? UInt128.MaxValue : bytes * chunk[i];
        session.Require(bytes, $"a chunk of {name}");
        return (long)chunk[0];
    }

    private static void Fill(
        Hdf5Session session, long dataset, long space, Hdf5Type type, Array array, long[] shape, long from, long chunkRows, string name, CancellationToken cancellation)
    {
        long rows = shape.Length == 0 ? 1 : shape[0], rowBytes = (long)array.Length / rows * type.Size;
        // Whole chunks: none is unpacked twice.
        long step = Math.Max(1, PartBytes / rowBytes / chunkRows) * chunkRows;
        GCHandle pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        try
        {
            for (long row = 0; row < rows; )
            {
                cancellation.ThrowIfCancellationRequested();
                long end = Math.Min(rows, ((from + row) / step * step) + step - from);
                byte* target = (byte*)pin.AddrOfPinnedObject() + (row * rowBytes);
                if (ReadRows(session, dataset, space, type, shape, from + row, end - row, target) < 0)
                    throw session.Bad($"the values of {name}", "ones that libhdf5 cannot read", "The file is damaged, or packed in a way that this libhdf5 does not know: fetch it again, or repack it (h5repack).");
                row = end;
            }
        }
        finally
        {
            pin.Free();
        }
    }

    private static int ReadRows(Hdf5Session session, long dataset, long space, Hdf5Type type, long[] shape, long from, long count, byte* target)
    {
        if (shape.Length == 0) return H5.H5Dread(dataset, type.Native, 0, 0, 0, target);
        ulong* start = stackalloc ulong[shape.Length], lengths = stackalloc ulong[shape.Length];
        for (int i = 0; i < shape.Length; i++) (start[i], lengths[i]) = (0, (ulong)shape[i]);
        (start[0], lengths[0]) = ((ulong)from, (ulong)count);
        if (H5.H5Sselect_hyperslab(space, 0, start, null, lengths, null) < 0) return -1;
        using Hdf5Handle memory = session.Open(H5.H5Screate_simple(shape.Length, lengths, null), "room for values");
        return H5.H5Dread(dataset, type.Native, memory.Id, space, 0, target);
    }
}
