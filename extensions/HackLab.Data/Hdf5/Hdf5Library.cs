using System.Runtime.InteropServices;

namespace HackLab.Data;

/// <summary>
/// Finds libhdf5, makes it ready once, and lets one thread at a time into it: as usually built, it stands no more.
/// </summary>
internal static class Hdf5Library
{
    /// <summary>A path to the library, for where it has an unusual place.</summary>
    internal const string Variable = "HACKLAB_HDF5";

    // The numbers behind .so are those of 1.10 (103), 1.12 (200), 1.14 (310) and 2.0 (320); Debian calls it "serial".
    internal static readonly string[] UsualNames =
    [
        "libhdf5_serial.so.103", "libhdf5.so.103", "libhdf5_serial.so.310", "libhdf5.so.310", "libhdf5.so.320", "libhdf5.so.200",
        "libhdf5_serial.so", "libhdf5.so",
        "libhdf5.dylib", "/opt/homebrew/lib/libhdf5.dylib", "/usr/local/lib/libhdf5.dylib", "/opt/local/lib/libhdf5.dylib",
        "hdf5.dll", "libhdf5.dll",
    ];

    private static readonly Lock Gate = new();
    private static readonly Lazy<nint> Loaded = new(() => Find(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named] : UsualNames));
    private static bool _ready;

    internal static nint Handle => Loaded.Value;

    /// <summary>Does something with the library, and nobody else meanwhile.</summary>
    /// <exception cref="MissingToolException">It is not here, or too old.</exception>
    internal static T Use<T>(Func<T> use)
    {
        lock (Gate)
        {
            if (!_ready) Start();
            return use();
        }
    }

    /// <summary>A type of this machine, such as <c>H5T_NATIVE_FLOAT</c>; in C these are variables behind macros.</summary>
    internal static long NativeType(string name) => Marshal.ReadInt64(NativeLibrary.GetExport(Handle, name + "_g"));

    internal static nint Find(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, out nint handle)) return handle;
        }
        throw new MissingToolException("libhdf5 (1.10 or later)", "Reading HDF5 files",
            "Debian and Ubuntu: sudo apt install libhdf5-103-1 (or libhdf5-310); Fedora: sudo dnf install hdf5; macOS: brew install hdf5; "
            + "Windows: install HDF5 from www.hdfgroup.org and put its bin folder into PATH; conda, anywhere: conda install hdf5. "
            + $"If it lies elsewhere, put the path of the library into {Variable}.");
    }

    private static void Start()
    {
        H5.Prepare();
        _ = Handle;
        // At the program's end it would close what damaged files left open, and says on the console that it cannot.
        _ = H5.H5dont_atexit();
        if (H5.H5open() < 0 || H5.H5get_libversion(out uint major, out uint minor, out uint release) < 0 || (major, minor).CompareTo((1u, 10u)) < 0)
            throw new MissingToolException("libhdf5 (1.10 or later)", "Reading HDF5 files", "The one that was found is older: update it.");
        H5.H5Eset_auto2(0, 0, 0);   // it would print its errors
        // Without its class an external link leads nowhere: a data set in one file must not read another of its own accord.
        H5.H5Lunregister(H5.ExternalLink);
        _ready = true;
    }
}
