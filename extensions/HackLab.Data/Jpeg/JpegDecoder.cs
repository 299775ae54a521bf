using BitMiracle.LibJpeg.Classic;

namespace HackLab.Data;

/// <summary>LibJpeg.NET, a port of the Independent JPEG Group's library to managed code, behind the checks of this library.</summary>
internal static class JpegDecoder
{
    // The shortest code of a block of 64 pixels is one bit, so a byte can stand for 512 pixels and no more.
    private const long MostPixelsPerByte = 8 * 64;

    // A progressive picture is refined in about ten scans. Each passes over all pixels, so a few kB of empty scans could take hours.
    private const int MostScans = 500;
    private static readonly byte[] StartOfScan = [0xFF, 0xDA];

    internal static RasterImage Decode(string name, byte[] bytes)
    {
        if (bytes is not [0xFF, 0xD8, 0xFF, ..])
            throw Bad(name, "a JPEG file, which begins with ff d8 ff", bytes.Length == 0 ? "an empty file" : Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(3, bytes.Length))), "Is this the right file?");
        try
        {
            return Decode(name, bytes, new jpeg_decompress_struct(new DamageIsAnError()));
        }
        catch (Exception error) when (error is not (DataFormatException or OutOfMemoryException))
        {
            // Where the library follows damaged numbers out of its arrays, it says so by exceptions of every kind.
            string found = error is DamagedJpegException ? error.Message : "parts that contradict each other";
            throw new DataFormatException(name, "a whole JPEG picture", found, "Fetch the file again, or save it anew with another program.", inner: error);
        }
    }

    private static RasterImage Decode(string name, byte[] bytes, jpeg_decompress_struct jpeg)
    {
        jpeg.jpeg_stdio_src(new MemoryStream(bytes, writable: false));
        jpeg.jpeg_read_header(true);
        (int width, int height) = (jpeg.Image_width, jpeg.Image_height);
        if (jpeg.Num_components is not (1 or 3))
            throw Bad(name, "1 channel (grey) or 3 (colour)", $"{jpeg.Num_components} channels", "Pictures for print (CMYK) must be saved as red-green-blue first.");
        if ((long)width * height * jpeg.Num_components > Png.MostSamples)
            throw Bad(name, $"at most {Png.MostSamples:N0} samples", $"{width:N0} × {height:N0} × {jpeg.Num_components}", "Cut or shrink it with another program.");
        if ((long)width * height > bytes.LongLength * MostPixelsPerByte)
            throw Bad(name, $"at most {bytes.LongLength * MostPixelsPerByte:N0} pixels in {bytes.Length:N0} bytes", $"{width:N0} × {height:N0}", "The file is cut off, or its header is damaged: fetch it again.");
        int scans = bytes.AsSpan().Count(StartOfScan);
        if (scans > MostScans)
            throw Bad(name, $"at most {MostScans} scans", $"{scans:N0}", "Save it anew with another program.");
        jpeg.jpeg_start_decompress();
        int row = width * jpeg.Output_components;
        var samples = new ushort[(long)height * row];
        byte[][] line = [new byte[row]];
        for (int y = 0; y < height; y++)
        {
            if (jpeg.jpeg_read_scanlines(line, 1) != 1) throw Bad(name, $"{height:N0} rows", $"{y:N0}", "The file is cut off: fetch it again.");
            for (int i = 0; i < row; i++) samples[(y * row) + i] = line[0][i];
        }
        jpeg.jpeg_finish_decompress();
        return new RasterImage(width, height, jpeg.Output_components, 8, samples);
    }

    private static DataFormatException Bad(string name, string expected, string found, string advice) => new(name, expected, found, advice);

    private sealed class DamagedJpegException(string message) : Exception(message);

    /// <summary>The library goes on with grey where data are missing, and warns; here that is an error, as in every other reader.</summary>
    private sealed class DamageIsAnError : jpeg_error_mgr
    {
        public override void error_exit() => throw new DamagedJpegException(format_message());

        public override void emit_message(int msg_level)
        {
            string message = msg_level < 0 ? format_message() : "";
            // Not damage: bytes that some cameras leave between two parts, and notes of other programs.
            bool isDamage = message.StartsWith("Premature", StringComparison.Ordinal) || message.StartsWith("Inconsistent", StringComparison.Ordinal)
                || (message.StartsWith("Corrupt", StringComparison.Ordinal) && !message.Contains("extraneous", StringComparison.Ordinal));
            if (isDamage) throw new DamagedJpegException(message);
        }

        public override void output_message()
        {
        }
    }
}
