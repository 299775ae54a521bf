namespace HackLab.Data.Archives;

/// <summary>
/// How much an archive may unpack to. A "bomb" of some kilobytes can hold petabytes; real data seldom shrink to less than a
/// hundredth, and deflate cannot shrink anything to less than a thousandth.
/// </summary>
public sealed record UnpackLimits
{
    /// <summary>The most bytes in all.</summary>
    public long LargestTotal { get; init; } = 256L << 30;

    /// <summary>How many times the archive's own size may come out of it.</summary>
    public double LargestRatio { get; init; } = 200;

    /// <summary>Below this many bytes the ratio does not matter.</summary>
    public long SmallTotal { get; init; } = 16L << 20;

    /// <summary>The most files and folders.</summary>
    public int MostEntries { get; init; } = 2_000_000;

    /// <summary>Bytes of the disk that are left alone.</summary>
    public long SpareDisk { get; init; } = 64L << 20;

    internal long TotalFor(long archiveBytes) => (long)Math.Min(LargestTotal, Math.Max(SmallTotal, archiveBytes * LargestRatio));
}
