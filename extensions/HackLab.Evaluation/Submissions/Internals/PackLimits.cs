using HackLab.Data.Archives;

namespace HackLab.Evaluation.Internals;

/// <summary>How large a submission may be. Packs are read into memory, so the limits are far below those of data sets.</summary>
internal static class PackLimits
{
    /// <summary>The most bytes of a pack, and of any file in it.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>The most files in a pack.</summary>
    public const int MostFiles = 100;

    public static UnpackLimits Unpack { get; } = new()
    {
        LargestTotal = 4L * MostBytes,
        LargestRatio = 100,
        SmallTotal = 16L << 20,
        MostEntries = MostFiles,
    };
}
