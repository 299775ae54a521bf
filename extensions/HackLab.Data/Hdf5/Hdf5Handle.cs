namespace HackLab.Data;

/// <summary>Something that libhdf5 has opened, closed again at the end of its block.</summary>
internal readonly struct Hdf5Handle : IDisposable
{
    /// <summary>Takes what a function of the library gave, which is negative if that failed.</summary>
    /// <exception cref="DataFormatException">It failed.</exception>
    internal Hdf5Handle(long id, string path, string what) =>
        Id = id >= 0 ? id : throw new DataFormatException(path, what, "something that libhdf5 cannot open", "The file is damaged or cut off: fetch it again.");

    internal long Id { get; }

    public void Dispose() => _ = H5.H5Idec_ref(Id);
}
