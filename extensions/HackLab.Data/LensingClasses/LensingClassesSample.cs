using HackLab.Simulation.Lensing;

namespace HackLab.Data.LensingClasses;

/// <summary>
/// The sample inside the library: simulated lenses, one byte per pixel, image after image, the classes in turn.
/// </summary>
public static class LensingClassesSample
{
    /// <summary>How many images it has.</summary>
    public const int Images = 900;

    /// <summary>The simulator's seed it is made with.</summary>
    public const long Seed = 1919; // the year of the eclipse that showed light bent by the Sun

    /// <summary>The file: shape [images, 64, 64], unsigned bytes.</summary>
    internal static EmbeddedSample Embedded { get; } = new("lensing-classes/lensing-classes-sample.u8.gz", Make);

    internal static LabelledImages Load()
    {
        using Stream stream = Embedded.Open();
        float[] x = BytePixels.Read(stream, Images * LensSurvey.Challenge.Pixels * LensSurvey.Challenge.Pixels);
        int[] y = [.. Enumerable.Range(0, Images).Select(i => i % LensingClassesDataset.Classes.Count)];
        return LensingClassesDataset.ToImages("lensing sample (simulated)", x, y, LensSurvey.Challenge.Pixels);
    }

    private static byte[] Make() => BytePixels.Pack(LensSimulator.Generate(Images, LensSurvey.Challenge, Seed).X);
}
