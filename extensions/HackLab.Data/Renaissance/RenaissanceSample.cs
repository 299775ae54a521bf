using System.Globalization;
using System.Text;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Data.Renaissance;

/// <summary>
/// The sample inside the library, simulated: lines one below the other as a PGM picture with 32 levels of grey, and their text,
/// a line each: transcription, tab, symbols in print. Both gzipped.
/// </summary>
internal static class RenaissanceSample
{
    internal const int Lines = 192;
    internal const long Seed = 1637;
    private const int Levels = 31;

    internal static EmbeddedSample Images { get; } = new("renaissance/renaissance-sample.pgm.gz", MakePicture);

    internal static EmbeddedSample Texts { get; } = new("renaissance/renaissance-sample.tsv.gz", MakeText);

    internal static TextLines Load()
    {
        using Stream picture = Images.Open();
        using var text = new StreamReader(Texts.Open(), Encoding.UTF8);
        string header = ReadLine(picture) + " " + ReadLine(picture) + " " + ReadLine(picture);
        string[] fields = header.Split(' ');
        int width = int.Parse(fields[1], CultureInfo.InvariantCulture);
        int height = int.Parse(fields[2], CultureInfo.InvariantCulture) / Lines;
        var lines = new LineImage[Lines];
        var bytes = new byte[width * height];
        for (int i = 0; i < Lines; i++)
        {
            picture.ReadExactly(bytes);
            string[] columns = text.ReadLine()!.Split('\t');
            lines[i] = new LineImage(Array.ConvertAll(bytes, value => (float)value / Levels), width, height, columns[0], columns[1]);
        }
        return new TextLines("Old Spanish sample (simulated)", lines);
    }

    private static byte[] MakePicture()
    {
        IReadOnlyList<LineImage> lines = LineSimulator.Generate(Lines, Seed);
        var bytes = new List<byte>(Encoding.ASCII.GetBytes($"P5\n{lines[0].Width} {lines[0].Height * Lines}\n{Levels}\n"));
        foreach (LineImage line in lines)
        {
            foreach (float pixel in line.Pixels) bytes.Add((byte)((pixel * Levels) + 0.5f));
        }
        return [.. bytes];
    }

    private static byte[] MakeText()
    {
        var text = new StringBuilder();
        foreach (LineImage line in LineSimulator.Generate(Lines, Seed)) text.Append(line.Text).Append('\t').Append(line.Printed).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (int value = stream.ReadByte(); value is not ('\n' or -1); value = stream.ReadByte()) line.Append((char)value);
        return line.ToString();
    }
}
