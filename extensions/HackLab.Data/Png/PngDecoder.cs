using System.IO.Compression;

namespace HackLab.Data;

/// <summary>Unpacks the pixels of a PNG file, row by row.</summary>
internal static class PngDecoder
{
    // Deflate packs at most 1032 to 1; a header that asks for more lies, and is found out before anything is allocated.
    private const long MostPerPackedByte = 1033;

    internal static RasterImage Decode(string name, byte[] file)
    {
        PngChunks chunks = PngChunks.Read(name, file);
        PngHeader header = chunks.Header;
        if (header.UnpackedBytes > chunks.Packed.Length * MostPerPackedByte)
            throw chunks.Bad($"packed pixels for {header.Width:N0} × {header.Height:N0}", $"{chunks.Packed.Length:N0} bytes, too few by far", "The file is damaged, or made to fill the memory.");
        var pixels = new PngPixels(chunks);
        try
        {
            using var unpacked = new ZLibStream(new MemoryStream(chunks.Packed), CompressionMode.Decompress);
            foreach (PngPass pass in header.Passes) ReadPass(unpacked, chunks, pixels, pass);
            // Only at its end is the stream's own check sum compared.
            if (unpacked.ReadByte() >= 0) throw chunks.Bad($"pixels for {header.Width:N0} × {header.Height:N0}", "more");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new DataFormatException(name, $"pixels for {header.Width:N0} × {header.Height:N0}", "damaged ones or too few", "Fetch the file again.", inner: e);
        }
        return pixels.ToImage();
    }

    private static void ReadPass(ZLibStream unpacked, PngChunks chunks, PngPixels pixels, PngPass pass)
    {
        PngHeader header = chunks.Header;
        int step = Math.Max(1, header.BitsPerPixel / 8), bytes = header.RowBytes(pass);
        byte[] row = new byte[1 + bytes], above = new byte[1 + bytes];
        for (int y = pass.Y; y < header.Height; y += pass.StepY)
        {
            unpacked.ReadExactly(row);
            if (row[0] > 4) throw chunks.Bad($"a filter from 0 to 4 in row {y}", $"{row[0]}");
            PngRow.Restore(row[0], row.AsSpan(1), above.AsSpan(1), step);
            pixels.Take(row.AsSpan(1), y, pass);
            (row, above) = (above, row);
        }
    }
}
