namespace HackLab.Data;

/// <summary>The lengths along the axes of a data set or attribute.</summary>
internal static unsafe class Hdf5Space
{
    private const int MostAxes = 32;   // of the library itself

    /// <summary>The shape: of no axes for a single value, of one axis of length 0 where there are no values.</summary>
    internal static long[] ShapeOf(Hdf5Session session, long space, string name)
    {
        int type = H5.H5Sget_simple_extent_type(space);
        if (type == H5.NullSpace) return [0];
        if (type == H5.ScalarSpace) return [];
        int rank = H5.H5Sget_simple_extent_ndims(space);
        if (rank is < 1 or > MostAxes) throw session.Bad($"{name} of 1 to {MostAxes} axes", $"{rank}");
        ulong* lengths = stackalloc ulong[MostAxes];
        if (H5.H5Sget_simple_extent_dims(space, lengths, null) < 0) throw session.Bad($"the axes of {name}", "none that libhdf5 can read");
        var shape = new long[rank];
        for (int i = 0; i < rank; i++) shape[i] = lengths[i] <= long.MaxValue ? (long)lengths[i] : throw session.Bad($"a length of axis {i} of {name}", $"{lengths[i]:N0}");
        return shape;
    }

    /// <summary>How many values; <see cref="UInt128.MaxValue"/> if beyond counting.</summary>
    internal static UInt128 CountOf(IEnumerable<long> shape)
    {
        UInt128 count = 1;
        foreach (long length in shape)
        {
            if (length == 0) return 0;
            count = count > ulong.MaxValue ? UInt128.MaxValue : count * (ulong)length;
        }
        return count;
    }
}
