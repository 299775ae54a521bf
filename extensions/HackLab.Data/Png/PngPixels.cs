using System.Buffers.Binary;

namespace HackLab.Data;

/// <summary>Makes samples of 8 or 16 bits out of the rows of a PNG picture of any kind.</summary>
internal sealed class PngPixels
{
    private readonly PngChunks _chunks;
    private readonly PngHeader _header;
    private readonly ushort[] _samples;
    private readonly int[]? _transparent;   // the grey or colour that is transparent, as stored
    private readonly int _channels;

    internal PngPixels(PngChunks chunks)
    {
        (_chunks, _header) = (chunks, chunks.Header);
        byte[]? transparency = _header.Colour is 0 or 2 or PngHeader.Palette ? chunks.Transparency : null;
        if (_header.Colour == PngHeader.Palette && chunks.Palette.Length == 0) throw chunks.Bad("a palette (PLTE) before the pixels", "none");
        if (transparency is not null && _header.Colour != PngHeader.Palette) _transparent = Transparent(transparency);
        if (transparency is not null && _header.Colour == PngHeader.Palette && transparency.Length > chunks.Palette.Length / 3)
            throw chunks.Bad($"at most {chunks.Palette.Length / 3} values of transparency (tRNS)", $"{transparency.Length}");
        _channels = (_header.Colour == PngHeader.Palette ? 3 : _header.Stored) + (transparency is null ? 0 : 1);
        long count = (long)_header.Width * _header.Height * _channels;
        if (count > Png.MostSamples) throw chunks.Bad($"at most {Png.MostSamples:N0} samples", $"{count:N0}", "Make the picture smaller with another tool.");
        _samples = new ushort[count];
    }

    internal RasterImage ToImage() => new(_header.Width, _header.Height, _channels, _header.Depth == 16 ? 16 : 8, _samples);

    /// <summary>Takes one row of a pass.</summary>
    internal void Take(ReadOnlySpan<byte> row, int y, PngPass pass)
    {
        Span<int> stored = stackalloc int[_header.Stored];
        int columns = pass.Columns(_header.Width);
        for (int i = 0; i < columns; i++)
        {
            for (int c = 0; c < stored.Length; c++) stored[c] = Sample(row, (i * stored.Length) + c);
            int at = ((y * _header.Width) + pass.X + (i * pass.StepX)) * _channels;
            Span<ushort> pixel = _samples.AsSpan(at, _channels);
            if (_header.Colour == PngHeader.Palette) FromPalette(stored[0], pixel);
            else Plain(stored, pixel);
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        int depth = _header.Depth;
        if (depth == 8) return row[index];
        if (depth == 16) return BinaryPrimitives.ReadUInt16BigEndian(row[(index * 2)..]);
        int bit = index * depth;   // the leftmost pixel has the highest bits
        return (row[bit >> 3] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }

    private void Plain(ReadOnlySpan<int> stored, Span<ushort> pixel)
    {
        // Fewer than 8 bits are spread over 0…255: 255 is a multiple of 1, 3 and 15.
        int spread = _header.Depth < 8 ? 255 / ((1 << _header.Depth) - 1) : 1;
        for (int c = 0; c < stored.Length; c++) pixel[c] = (ushort)(stored[c] * spread);
        if (_transparent is not null) pixel[^1] = stored.SequenceEqual(_transparent) ? (ushort)0 : _header.Depth == 16 ? ushort.MaxValue : (ushort)255;
    }

    private void FromPalette(int number, Span<ushort> pixel)
    {
        if (number * 3 >= _chunks.Palette.Length) throw _chunks.Bad($"colours from 0 to {(_chunks.Palette.Length / 3) - 1}, as the palette has them", $"colour {number}");
        for (int c = 0; c < 3; c++) pixel[c] = _chunks.Palette[(number * 3) + c];
        if (_channels == 4) pixel[3] = number < _chunks.Transparency!.Length ? _chunks.Transparency[number] : (ushort)255;
    }

    private int[] Transparent(byte[] chunk)
    {
        if (chunk.Length != 2 * _header.Stored) throw _chunks.Bad($"{2 * _header.Stored} bytes of transparency (tRNS)", $"{chunk.Length}");
        var colour = new int[_header.Stored];
        for (int c = 0; c < colour.Length; c++) colour[c] = BinaryPrimitives.ReadUInt16BigEndian(chunk.AsSpan(2 * c)) & ((1 << _header.Depth) - 1);
        return colour;
    }
}
