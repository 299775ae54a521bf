using HackLab.Simulation.Calorimeter;

namespace HackLab.Data.ParticleImages;

/// <summary>
/// The sample inside the library. As most crystals see nothing, only hits are stored: for each image its class (one byte) and the
/// number of hits (two), then for each hit its crystal, 32 · row + column (two bytes), and energy and time (two each, half
/// precision); little endian.
/// </summary>
public static class ParticleImagesSample
{
    /// <summary>How many images it has.</summary>
    public const int Images = 4000;

    /// <summary>The simulator's seed it is made with.</summary>
    public const long Seed = 1934; // the year of Bethe and Heitler's formulas

    private const int Crystals = ParticleImageSimulator.Side * ParticleImageSimulator.Side;
    private const int Size = ParticleImageSimulator.Channels * Crystals;

    /// <summary>The file: hits of one image after another.</summary>
    internal static EmbeddedSample Embedded { get; } = new("particle-images/particle-images-sample.hits.gz", Make);

    internal static LabelledImages Load()
    {
        using var reader = new BinaryReader(Embedded.Open());
        var (x, y) = (new float[Images * Size], new int[Images]);
        for (int image = 0; image < Images; image++)
        {
            y[image] = reader.ReadByte();
            int hits = reader.ReadUInt16();
            for (int hit = 0; hit < hits; hit++)
            {
                int at = (image * Size) + reader.ReadUInt16();
                x[at] = (float)reader.ReadHalf();
                x[at + Crystals] = (float)reader.ReadHalf();
            }
        }
        return ParticleImagesDataset.ToImages("particle images sample (simulated)", x, y);
    }

    private static byte[] Make()
    {
        Simulation.Calorimeter.ParticleImages particles = ParticleImageSimulator.Generate(Images, Seed);
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        for (int image = 0; image < Images; image++)
        {
            ReadOnlySpan<float> energies = particles.X.AsSpan(image * Size, Crystals), times = particles.X.AsSpan((image * Size) + Crystals, Crystals);
            writer.Write((byte)particles.Y[image]);
            writer.Write((ushort)(Crystals - energies.Count(0f)));
            for (int crystal = 0; crystal < Crystals; crystal++)
            {
                if (energies[crystal] == 0) continue;
                writer.Write((ushort)crystal);
                writer.Write((Half)energies[crystal]);
                writer.Write((Half)times[crystal]);
            }
        }
        writer.Flush();
        return content.ToArray();
    }
}
