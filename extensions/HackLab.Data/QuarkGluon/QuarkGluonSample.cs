using System.Globalization;
using System.Text;
using HackLab.Data.Delimited;
using HackLab.Simulation.Jets;

namespace HackLab.Data.QuarkGluon;

/// <summary>
/// The samples inside the library, simulated: images with a line per lit pixel, jets with a line per particle, tab-separated
/// with a header, gzipped.
/// </summary>
internal static class QuarkGluonSample
{
    internal const int ImageCount = 5000, JetCount = 600;
    internal const long ImageSeed = 30, JetSeed = 50;
    private const int Side = JetImageSimulator.Side;

    internal static EmbeddedSample Images { get; } = new("quark-gluon/quark-gluon-sample.tsv.gz", () => Encoding.UTF8.GetBytes(ImageText()));

    internal static EmbeddedSample Jets { get; } = new("quark-gluon/quark-gluon-jets-sample.tsv.gz", () => Encoding.UTF8.GetBytes(JetText()));

    internal static LabelledImages LoadImages()
    {
        NumberTable table = Read(Images, 4);
        var x = new float[ImageCount * Side * Side];
        var y = new int[ImageCount];
        for (int i = 0; i < table.Rows; i++)
        {
            ReadOnlySpan<float> row = table.Values.AsSpan(i * 4, 4);
            y[(int)row[0]] = (int)row[1];
            x[((int)row[0] * Side * Side) + (int)row[2]] = row[3];
        }
        return QuarkGluonDataset.ToImages("Quark/gluon sample (simulated)", x, y);
    }

    internal static ParticleJets LoadJets()
    {
        NumberTable table = Read(Jets, 6);
        var counts = new int[JetCount];
        var y = new int[JetCount];
        for (int i = 0; i < table.Rows; i++)
        {
            int jet = (int)table.Values[i * 6];
            counts[jet]++;
            y[jet] = (int)table.Values[(i * 6) + 1];
        }
        int longest = counts.Max();
        var x = new float[JetCount * longest * ParticleJets.Columns];
        for (int i = 0, place = 0; i < table.Rows; i++)
        {
            int jet = (int)table.Values[i * 6];
            place = i > 0 && jet == (int)table.Values[(i - 1) * 6] ? place + 1 : 0;
            table.Values.AsSpan((i * 6) + 2, 4).CopyTo(x.AsSpan(((jet * longest) + place) * ParticleJets.Columns));
        }
        return new ParticleJets("Quark/gluon sample (simulated)", x, counts, y, longest);
    }

    private static NumberTable Read(EmbeddedSample sample, int columns)
    {
        using Stream stream = sample.Open();
        return DelimitedReader.Read(stream, Path.GetFileName(sample.Path), new DelimitedOptions { Columns = columns });
    }

    private static string ImageText()
    {
        SimulatedJetImages images = JetImageSimulator.Generate(ImageCount, ImageSeed);
        var text = new StringBuilder("image\tquark\tpixel\tvalue\n");
        for (int i = 0; i < ImageCount; i++)
        {
            for (int p = 0; p < Side * Side; p++)
            {
                float value = images.X[(i * Side * Side) + p];
                if (value > 0) text.Append(CultureInfo.InvariantCulture, $"{i}\t{images.Y[i]}\t{p}\t{value:F4}\n");
            }
        }
        return text.ToString();
    }

    private static string JetText()
    {
        SimulatedJets jets = JetSimulator.Generate(JetCount, JetSeed);
        var text = new StringBuilder("jet\tquark\tpt_GeV\ty\tphi\tpdg_id\n");
        for (int i = 0; i < JetCount; i++)
        {
            for (int j = 0; j < jets.Counts[i]; j++)
            {
                ReadOnlySpan<float> row = jets.Constituents.AsSpan(((i * jets.MaxConstituents) + j) * JetSimulator.Columns, JetSimulator.Columns);
                text.Append(CultureInfo.InvariantCulture, $"{i}\t{jets.Y[i]}\t{row[0]:F3}\t{row[1]:F4}\t{row[2]:F4}\t{(int)row[3]}\n");
            }
        }
        return text.ToString();
    }
}
