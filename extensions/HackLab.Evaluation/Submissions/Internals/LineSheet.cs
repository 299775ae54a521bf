using System.Globalization;
using HackLab.Data;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Evaluation.Internals;

/// <summary>Images of lines one below the other in a grey picture (binary PGM, 8 bits), all of one size.</summary>
internal static class LineSheet
{
    private const int Height = PageSimulator.LineHeight, White = 255;
    private const int MostWidth = 4096;

    public static byte[] Write(IReadOnlyList<LineImage> lines) => Pnm.Encode(new RasterImage(lines[0].Width, lines.Count * Height, 1, 8,
        [.. lines.SelectMany(line => line.Pixels, (_, pixel) => (ushort)((pixel * White) + 0.5f))]));

    /// <summary>Brightness 0 to 1, a row per line, shape [n, 32 × width].</summary>
    public static TabularData Read(ReadOnlySpan<byte> sheet, string where, string name)
    {
        Span<Range> fields = stackalloc Range[4];
        int at = 0;
        for (int k = 0; k < fields.Length; k++)
        {
            int from = at;
            while (at < sheet.Length && at - from < 16 && sheet[at] is not ((byte)' ' or (byte)'\n')) at++;
            fields[k] = from..at++;
        }
        int Number(ReadOnlySpan<byte> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : 0;
        if (at > sheet.Length || !sheet[fields[0]].SequenceEqual("P5"u8) || Number(sheet[fields[3]]) != White)
            throw Bad("a picture that begins with P5, its size and 255", "another beginning");
        (int width, int high) = (Number(sheet[fields[1]]), Number(sheet[fields[2]]));
        if (width is < 1 or > MostWidth || high < Height || high % Height != 0)
            throw Bad(Words.Of($"lines of {Height} rows, 1 to {MostWidth:N0} columns wide"), Words.Of($"{high} × {width}"));
        ReadOnlySpan<byte> pixels = sheet[at..];
        if (pixels.Length != (long)width * high) throw Bad(Words.Of($"{(long)width * high:N0} pixels"), Words.Of($"{pixels.Length:N0}"));
        var x = new float[pixels.Length];
        for (int i = 0; i < x.Length; i++) x[i] = pixels[i] / (float)White;
        int columns = Height * width;
        Feature[] features = [.. Enumerable.Range(0, columns).Select(i => new Feature(Words.Of($"row {i / width} column {i % width}")))];
        return new TabularData(name, features, x, new int[x.Length / columns], ["not told"]);

        DataFormatException Bad(string expected, string found) => new(where, expected, found, "Ask the tutor for the file again.");
    }

    /// <summary>A row of the table as an image, without text.</summary>
    public static LineImage Line(TabularData rows, int row) => new(rows.Row(row).ToArray(), rows.FeatureCount / Height, Height, "", "");
}
