using System.Buffers.Binary;

namespace HackLab.Data;

/// <summary>What the first chunk, IHDR, says (Specification, 11.2.1), and what follows from it by arithmetic.</summary>
internal sealed record PngHeader(int Width, int Height, int Depth, int Colour, bool Interlaced)
{
    // The seven passes of an interlaced picture (8.2): first column and row, steps between columns and rows.
    private static readonly PngPass[] Adam7 =
        [new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2)];

    internal const int Palette = 3;

    /// <summary>Samples of a pixel as stored: a palette's is its number.</summary>
    internal int Stored => Colour switch { 0 or Palette => 1, 4 => 2, 2 => 3, _ => 4 };

    internal int BitsPerPixel => Stored * Depth;

    internal IEnumerable<PngPass> Passes => (Interlaced ? Adam7 : [new PngPass(0, 0, 1, 1)]).Where(pass => pass.Columns(Width) > 0 && pass.Rows(Height) > 0);

    internal int RowBytes(PngPass pass) => (int)((((long)pass.Columns(Width) * BitsPerPixel) + 7) / 8);

    /// <summary>How many bytes the picture unpacks to: each row, and one byte before it for its filter.</summary>
    internal long UnpackedBytes => Passes.Sum(pass => (1L + RowBytes(pass)) * pass.Rows(Height));

    /// <summary>Reads the chunk.</summary>
    /// <exception cref="FormatException">It says what no picture has; the message names it.</exception>
    internal static PngHeader Read(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length != 13) throw new FormatException($"one of {chunk.Length} bytes");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(chunk), height = BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]);
        (int depth, int colour, int packing, int filter, int interlace) = (chunk[8], chunk[9], chunk[10], chunk[11], chunk[12]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue) throw new FormatException($"{width} × {height} pixels");
        bool known = colour switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            Palette => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        if (!known) throw new FormatException($"colour type {colour} with {depth} bits");
        if (packing != 0 || filter != 0 || interlace > 1) throw new FormatException($"compression {packing}, filter {filter}, interlace {interlace}");
        CheckSamples(width, height, colour);
        return new PngHeader((int)width, (int)height, depth, colour, interlace == 1);
    }

    // Also keeps every number below, such as the bytes of a row, far from the end of its type.
    private static void CheckSamples(uint width, uint height, int colour)
    {
        int channels = colour switch { 0 => 1, 4 => 2, 6 => 4, _ => 3 };
        if ((UInt128)width * height * (uint)channels > Png.MostSamples)
            throw new FormatException($"{width} × {height} pixels of {channels} channels, more than {Png.MostSamples:N0} samples");
    }
}

/// <summary>One pass over an interlaced picture: every so many columns and rows from a first one.</summary>
internal readonly record struct PngPass(int X, int Y, int StepX, int StepY)
{
    internal int Columns(int width) => (int)(((long)width - X + StepX - 1) / StepX);

    internal int Rows(int height) => (int)(((long)height - Y + StepY - 1) / StepY);
}
