using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Data.Delimited;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Formats;

public sealed class PngTests : IDisposable
{
    private static readonly Dictionary<string, byte[]> Pictures = ReferenceFiles.Archive("png.zip");

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<int, int, bool> Kinds()
    {
        var kinds = new TheoryData<int, int, bool>();
        foreach ((int colour, int[] depths) in new[] { (0, new[] { 1, 2, 4, 8, 16 }), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]) })
        {
            foreach (int depth in depths)
            {
                kinds.Add(colour, depth, false);
                kinds.Add(colour, depth, true);
            }
        }
        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_picture_that_PIL_agrees_with_is_read(int colour, int depth, bool interlaced)
    {
        RasterImage image = Png.Decode(Pictures[$"c{colour}d{depth}{(interlaced ? "i" : "n")}.png"]);

        int channels = colour switch { 0 => 1, 4 => 2, 6 => 4, _ => 3 };
        Assert.Equal((11, 9, channels, depth == 16 ? 16 : 8), (image.Width, image.Height, image.Channels, image.BitDepth));
        Assert.Equal(Expected(channels, (x, y, c) => colour == 3 ? Palette(Sample(x, y, 0, depth), c) : Sample(x, y, c, depth) * (depth < 8 ? 255 / ((1 << depth) - 1) : 1)), image.Samples);
    }

    [Fact]
    public void A_transparent_grey_colour_or_palette_becomes_an_alpha_channel()
    {
        RasterImage grey = Png.Decode(Pictures["grey-transparent.png"]), colour = Png.Decode(Pictures["colour-transparent.png"]), palette = Png.Decode(Pictures["palette-transparent.png"]);
        Assert.Equal(Expected(2, (x, y, c) => c == 0 ? Sample(x, y, 0, 4) * 17 : Sample(x, y, 0, 4) == 5 ? 0 : 255), grey.Samples);
        Assert.Equal(Expected(4, (x, y, c) => c < 3 ? Sample(x, y, c, 8) : (x, y) == (1, 0) ? 0 : 255), colour.Samples);
        Assert.Equal(Expected(4, (x, y, c) => c < 3 ? Palette(Sample(x, y, 0, 4), c) : Sample(x, y, 0, 4) switch { 0 => 0, 1 => 100, 2 => 200, _ => 255 }), palette.Samples);
    }

    [Fact]
    public void Any_picture_is_read_back_as_it_was_written_with_any_filter()
    {
        Gen<RasterImage> pictures = from width in Gen.Choose(1, 20)
                                    from height in Gen.Choose(1, 10)
                                    from channels in Gen.Choose(1, 4)
                                    from depth in Gen.Elements(8, 16)
                                    from samples in Gen.Choose(0, (1 << depth) - 1).Select(v => (ushort)v).ArrayOf(width * height * channels)
                                    select new RasterImage(width, height, channels, depth, samples);
        string path = _folder.PathOf("a.png");
        Prop.ForAll(pictures.Zip(Gen.Elements(Enum.GetValues<PngFilter>())).ToArbitrary(), pair =>
        {
            Png.Write(path, pair.Item1, pair.Item2);
            RasterImage read = Png.Read(path);
            Assert.Equal(pair.Item1.ToString(), read.ToString());
            Assert.Equal(pair.Item1.Samples, read.Samples);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Filters_make_a_smooth_picture_small()
    {
        var ramp = new RasterImage(256, 256, 1, 16, [.. Enumerable.Range(0, 65_536).Select(i => (ushort)((i % 256 * 100) + (i / 256 * 37)))]);
        int none = Png.Encode(ramp, PngFilter.None).Length, adaptive = Png.Encode(ramp).Length;
        Assert.True(adaptive < none / 5, $"{adaptive} bytes are not a fifth of {none}.");
    }

    [Fact]
    public void Numbers_become_grey_between_two_limits()
    {
        float[] values = [-5, 0, 0.5f, 1, float.PositiveInfinity, float.NaN];
        Assert.Equal([0, 0, 128, 255, 255, 0], Png.Decode(Png.Encode(values, 3, 2, 0, 1)).Samples);
        string path = _folder.PathOf("a.png");
        Png.Write(path, values, 6, 1, -5, 5, bitDepth: 16);
        Assert.Equal([0, 32_768, 36_044, 39_321, 65_535, 0], Png.Read(path).Samples);   // 65535 × 0.5, 0.55, 0.6
        Assert.Throws<ArgumentException>(() => Png.Encode(values, 3, 2, 1, 1));
        Assert.Throws<ArgumentException>(() => Png.Encode(values, 3, 3, 0, 1));
        Assert.Throws<ArgumentException>(() => Png.Encode(values, 3, 2, 0, 1, bitDepth: 12));
        Assert.Throws<ArgumentException>(() => Png.Encode(new RasterImage(1, 1, 1, 8, [256])));
    }

    [Theory]
    [InlineData(0x7FFFFFFF, 0x7FFFFFFF, 8, 0, "2147483647 × 2147483647 pixels")]
    [InlineData(16_384, 16_384, 8, 0, "too few by far")]
    [InlineData(0, 5, 8, 0, "0 × 5 pixels")]
    [InlineData(5, 5, 3, 0, "colour type 0 with 3 bits")]
    [InlineData(5, 5, 16, 3, "colour type 3 with 16 bits")]
    [InlineData(5, 5, 8, 1, "colour type 1 with 8 bits")]
    [InlineData(5, 6, 8, 0, "damaged ones or too few")]
    [InlineData(5, 4, 8, 0, "more")]
    public void A_header_that_lies_is_found_out(int width, int height, byte depth, byte colour, string found)
    {
        byte[] file = File(width, height, depth, colour, Zlib(new byte[5 * 6]));   // rows of one filter byte and five pixels
        DataFormatException e = Assert.Throws<DataFormatException>(() => Png.Decode(file, "test.png"));
        Assert.Contains(found, e.Message, StringComparison.Ordinal);
        Assert.StartsWith("test.png", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bombs_are_refused_before_anything_is_allocated()
    {
        byte[] bomb = File(12_000, 12_000, 8, 2, Zlib(new byte[1000]));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<DataFormatException>(() => Png.Decode(bomb));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void Every_flipped_bit_is_found_by_a_check_sum()
    {
        byte[] good = Pictures["c2d8n.png"];
        for (int bit = 0; bit < good.Length * 8; bit += 3)
        {
            byte[] bad = [.. good];
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<DataFormatException>(() => Png.Decode(bad));
        }
    }

    [Fact]
    public void Damaged_files_give_data_or_a_DataFormatException()
    {
        byte[][] good = [Pictures["c2d8i.png"], Pictures["c3d4n.png"], Pictures["c0d16n.png"], Pictures["palette-transparent.png"], Png.Encode(new RasterImage(3, 2, 4, 8, new ushort[24]))];
        MutatedFiles.Read(good, path => Assert.InRange(Png.Read(path).ToGrey().Length, 1, int.MaxValue), ".png", count: 5000);
    }

    [Fact]
    public void Damaged_files_with_right_check_sums_give_data_or_a_DataFormatException()
    {
        // Otherwise the check sums would keep all damage from the code behind them.
        byte[][] good = [.. new[] { "c2d8i.png", "c3d4n.png", "c0d1i.png", "colour-transparent.png" }.Select(name => Unsummed(Pictures[name]))];
        MutatedFiles.Read(good, path => Assert.InRange(Png.Decode(Summed(System.IO.File.ReadAllBytes(path))).ToGrey().Length, 1, int.MaxValue), ".png", count: 10_000);
    }

    private static ushort[] Expected(int channels, Func<int, int, int, int> sample) =>
        [.. from y in Enumerable.Range(0, 9) from x in Enumerable.Range(0, 11) from c in Enumerable.Range(0, channels) select (ushort)sample(x, y, c)];

    private static int Sample(int x, int y, int c, int depth) => ((x * 7) + (y * 13) + (c * 29)) % (1 << depth);

    private static int Palette(int k, int c) => c == 0 ? k : c == 1 ? 255 - k : k * 3 % 256;

    // Without signature and check sums: chunks of a length of two bytes, type and data, whose pixels are not packed.
    private static byte[] Unsummed(byte[] png)
    {
        var result = new List<byte>();
        var packed = new List<byte>();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            string type = Encoding.ASCII.GetString(png.AsSpan(at + 4, 4));
            if (type == "IDAT") packed.AddRange(png.AsSpan(at + 8, length));
            else if (type is "IHDR" or "PLTE" or "tRNS") result.AddRange([(byte)(length >> 8), (byte)length, .. png.AsSpan(at + 4, length + 4)]);
            at += length + 12;
        }
        using var unpacked = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream([.. packed]), CompressionMode.Decompress)) zlib.CopyTo(unpacked);
        return [.. result, (byte)(unpacked.Length >> 8), (byte)unpacked.Length, .. "IDAT"u8, .. unpacked.ToArray()];
    }

    private static byte[] Summed(byte[] unsummed)
    {
        var png = new List<byte>([0x89, .. "PNG\r\n\u001a\n"u8]);
        for (int at = 0; at + 6 <= unsummed.Length;)
        {
            int length = Math.Min((unsummed[at] << 8) | unsummed[at + 1], unsummed.Length - at - 6);
            byte[] data = unsummed[(at + 6)..(at + 6 + length)];
            ReadOnlySpan<byte> type = unsummed.AsSpan(at + 2, 4);
            png.AddRange(Chunk(type, type.SequenceEqual("IDAT"u8) ? Zlib(data) : data));
            at += length + 6;
        }
        return [.. png, .. Chunk("IEND"u8, [])];
    }

    private static byte[] File(int width, int height, byte depth, byte colour, byte[] packed)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, colour);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var crc = new Crc32();
        crc.Add(type);
        crc.Add(data);
        byte[] length = new byte[4], sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, crc.Value);
        return [.. length, .. type, .. data, .. sum];
    }

    private static byte[] Zlib(byte[] data)
    {
        using var memory = new MemoryStream();
        using (var zlib = new ZLibStream(memory, CompressionLevel.Fastest)) zlib.Write(data);
        return memory.ToArray();
    }
}
