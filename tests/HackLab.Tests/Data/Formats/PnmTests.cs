using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Formats;

public sealed class PnmTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("P2\n# a comment\n3 2 # another\n255\n0 1 2\n3 4 255\n", 1, 8, new ushort[] { 0, 1, 2, 3, 4, 255 })]
    [InlineData("P2 3 2 65535 0 1 2 3 4 65535", 1, 16, new ushort[] { 0, 1, 2, 3, 4, 65_535 })]
    [InlineData("P2 3 2 15 0 1 2 3 4 15", 1, 8, new ushort[] { 0, 17, 34, 51, 68, 255 })]
    [InlineData("P3\n1 2\n255\n0 1 2 3 4 255", 3, 8, new ushort[] { 0, 1, 2, 3, 4, 255 })]
    [InlineData("P5\n3 2\n255\nabcde~", 1, 8, new ushort[] { 97, 98, 99, 100, 101, 126 })]
    [InlineData("P5\n#x\n3 1\n65535\nabcde~", 1, 16, new ushort[] { 24_930, 25_444, 25_982 })]
    [InlineData("P6 1 2 255 abcde~", 3, 8, new ushort[] { 97, 98, 99, 100, 101, 126 })]
    [InlineData("P5 1 1 255 \n", 1, 8, new ushort[] { 10 })]
    public void Text_and_binary_pictures_are_read(string text, int channels, int depth, ushort[] samples)
    {
        RasterImage image = Pnm.Read(_folder.Write("a.pgm", Encoding.Latin1.GetBytes(text)));
        Assert.Equal((channels, depth), (image.Channels, image.BitDepth));
        Assert.Equal(samples, image.Samples);
    }

    [Fact]
    public void Any_picture_is_read_back_as_it_was_written()
    {
        Gen<RasterImage> pictures = from width in Gen.Choose(1, 20)
                                    from height in Gen.Choose(1, 10)
                                    from channels in Gen.Elements(1, 3)
                                    from depth in Gen.Elements(8, 16)
                                    from samples in Gen.Choose(0, (1 << depth) - 1).Select(v => (ushort)v).ArrayOf(width * height * channels)
                                    select new RasterImage(width, height, channels, depth, samples);
        Prop.ForAll(pictures.ToArbitrary(), image =>
        {
            Pnm.Write(_folder.PathOf("a.ppm"), image);
            RasterImage read = Pnm.Read(_folder.PathOf("a.ppm"));
            Assert.Equal(image.ToString(), read.ToString());
            Assert.Equal(image.Samples, read.Samples);
        }).QuickCheckThrowOnFailure();
        Assert.Throws<ArgumentException>(() => Pnm.Write(_folder.PathOf("b.ppm"), new RasterImage(1, 1, 4, 8, new ushort[4])));
        Assert.Throws<ArgumentException>(() => Pnm.Write(_folder.PathOf("b.ppm"), new RasterImage(1, 1, 1, 8, [256])));
    }

    [Theory]
    [InlineData("", "begins with P2")]
    [InlineData("P4 1 1 x", "P4")]
    [InlineData("P5 1 1 255", "bytes")]
    [InlineData("P5 0 1 255 a", "0 × 1")]
    [InlineData("P5 1 1 0 a", "1 × 1 up to 0")]
    [InlineData("P5 1 1 65536 a", "65536")]
    [InlineData("P5 99999 99999 255 a", "9,999,800,002")]
    [InlineData("P5 2147483647 2147483647 65535 a", "bytes")]
    [InlineData("P5 1 x 255 a", "no number")]
    [InlineData("P5 1 99999999999999999999999 255 a", "99999999999999999999")]
    [InlineData("P2 2 1 255 1 256", "256")]
    [InlineData("P2 2 1 255 1 # and no more", "the end of the file")]
    [InlineData("P5 1 1 100 \u00ff", "255 as sample 0")]
    [InlineData("P5 1 1 255 aP5 1 1 255 b", "more bytes")]
    [InlineData("P2 2 1 255 1-5", "no number")]
    public void A_bad_file_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<DataFormatException>(() => Pnm.Read(_folder.Write("a.pgm", Encoding.Latin1.GetBytes(text)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Damaged_files_give_data_or_a_DataFormatException() =>
        MutatedFiles.Read([.. new[] { "P2\n# c\n3 2\n255\n0 1 2\n3 4 255\n", "P3 1 1 9 0 1 2", "P5 3 2 65535 abcdefghijkl", "P6 1 2 255 abcdef" }.Select(Encoding.Latin1.GetBytes)],
            path => Assert.InRange(Pnm.Read(path).ToGrey().Length, 1, 100), ".ppm");
}
