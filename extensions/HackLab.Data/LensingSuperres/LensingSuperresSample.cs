using HackLab.Simulation.Lensing;

namespace HackLab.Data.LensingSuperres;

/// <summary>
/// The sample inside the library: simulated pairs, one byte per pixel; all coarse pictures, then all fine ones.
/// </summary>
public static class LensingSuperresSample
{
    /// <summary>How many pairs it has.</summary>
    public const int Pairs = 80;

    /// <summary>The simulator's seed it is made with.</summary>
    public const long Seed = 1979; // the year of the first gravitational lens

    /// <summary>The file: shape [pairs, 64, 64], then [pairs, 128, 128], unsigned bytes.</summary>
    internal static EmbeddedSample Embedded { get; } = new("lensing-superres/lensing-superres-sample.u8.gz", Make);

    internal static ImagePairs Load()
    {
        const int low = LensPairSimulator.LowPixels, high = LensPairSimulator.HighPixels;
        using Stream stream = Embedded.Open();
        return LensingSuperresDataset.ToPairs(
            "super-resolution sample (simulated)", BytePixels.Read(stream, Pairs * low * low), BytePixels.Read(stream, Pairs * high * high));
    }

    private static byte[] Make()
    {
        LensPairs pairs = LensPairSimulator.Generate(Pairs, Seed);
        return [.. BytePixels.Pack(pairs.Low), .. BytePixels.Pack(pairs.High)];
    }
}
