using System.Buffers.Binary;
using System.IO.Compression;
using HackLab.Data.Delimited;

namespace HackLab.Data;

/// <summary>Packs a picture into a PNG file: signature, IHDR, one IDAT, IEND.</summary>
internal static class PngEncoder
{
    internal static byte[] Encode(RasterImage image, PngFilter filter)
    {
        if (!Enum.IsDefined(filter)) throw new ArgumentException($"There is no filter {(int)filter}.", nameof(filter));
        int over = image.Samples.AsSpan().IndexOfAnyExceptInRange((ushort)0, (ushort)image.MaxValue);
        if (over >= 0) throw new ArgumentException($"Sample {over} is {image.Samples[over]}, more than {image.MaxValue}.", nameof(image));
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = (byte)image.BitDepth;
        header[9] = image.Channels switch { 1 => 0, 2 => 4, 3 => 2, _ => 6 };
        header[10..].Clear();
        Chunk(file, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) WriteRows(zlib, image, filter);
        Chunk(file, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void WriteRows(ZLibStream zlib, RasterImage image, PngFilter filter)
    {
        int step = image.Channels * image.BitDepth / 8, bytes = image.Width * step;
        byte[] row = new byte[bytes], above = new byte[bytes];
        byte[] best = new byte[1 + bytes], other = new byte[1 + bytes];
        for (int y = 0; y < image.Height; y++)
        {
            ReadOnlySpan<ushort> samples = image.Samples.AsSpan(y * image.Width * image.Channels, image.Width * image.Channels);
            for (int i = 0; i < samples.Length; i++)
            {
                if (image.BitDepth == 8) row[i] = (byte)samples[i];
                else BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(2 * i), samples[i]);
            }
            long least = long.MaxValue;
            for (int f = 0; f <= 4; f++)
            {
                if (filter != PngFilter.Adaptive && f != (int)filter) continue;
                other[0] = (byte)f;
                PngRow.Apply(f, row, above, step, other.AsSpan(1));
                long sum = SumOfDifferences(other.AsSpan(1));
                if (sum >= least) continue;
                (least, best, other) = (sum, other, best);
            }
            zlib.Write(best);
            (row, above) = (above, row);
        }
    }

    // A difference of 255 is one of -1.
    private static long SumOfDifferences(ReadOnlySpan<byte> differences)
    {
        long sum = 0;
        foreach (byte difference in differences) sum += Math.Abs((int)(sbyte)difference);
        return sum;
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        var crc = new Crc32();
        crc.Add(type);
        crc.Add(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.Value);
        file.Write(number);
    }
}
