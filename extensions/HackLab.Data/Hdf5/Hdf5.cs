namespace HackLab.Data;

/// <summary>
/// Reads HDF5 files through libhdf5, which has to be installed: contiguous and chunked data sets, compressed with gzip or not,
/// shuffled, with check sums, of whole and floating-point numbers and of text.
/// </summary>
/// <remarks>
/// libhdf5 is a C library, and damaged files are what tries it. What is done so that it cannot take the program with it: the file
/// must begin as HDF5 files do; numbers of values and sizes of chunks are checked against the file's length before anything is
/// read; nesting and number of groups are bounded; compound, reference, opaque, array and variable-length types, virtual data
/// sets, external storage and external links are not followed; and text of variable length, on which version 1.10.8 crashes if
/// the file is damaged, is read without the library. With that, tens of thousands of damaged files were read without a crash or
/// a hang. Still, it is no proof: read files of unknown origin with the newest version of the library.
/// </remarks>
public static class Hdf5
{
    /// <summary>Lists what is in a file. It is closed again, and opened when something is read from it.</summary>
    /// <param name="path">A .hdf5 or .h5 file.</param>
    /// <exception cref="DataFormatException">The file cannot be read, or is no whole HDF5 file.</exception>
    /// <exception cref="MissingToolException">libhdf5 is not installed; the message says how to.</exception>
    /// <example><code>Hdf5File file = Hdf5.Open("photons.hdf5"); NdArray first = file.Read("X", from: 0, count: 1000);</code></example>
    public static Hdf5File Open(string path) => new(path, Hdf5Session.Run(path, session => Hdf5Listing.Of(session)));
}
