#pragma warning disable xUnit1051 // the files are so small that nobody would stop their reading
using System.IO.Compression;
using System.Numerics;
using System.Text;
using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Data.Formats;

public sealed class FitsReaderTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void All_kinds_of_number_that_astropy_wrote_are_read_back(bool packed)
    {
        FitsFile file = Fits.Read(Units(packed));

        Assert.Equal(["PRIMARY", "U8", "I8", "I16", "TABLE", "U16", "I32", "U32", "I64", "U64", "F32", "F64", "CUBE", "SCALED16", "SCALED32"], file.Hdus.Select(hdu => hdu.Name));
        AssertImage(file["U8"], i => (byte)(i * 20));
        AssertImage(file["I8"], i => (sbyte)((i * 20) - 120));
        AssertImage(file["I16"], i => (short)((i * 5000) - 30_000));
        AssertImage(file["U16"], i => (ushort)(i * 5000));
        AssertImage(file["I32"], i => (i * 300_000_000L) is var n ? (int)(n - 2_000_000_000) : 0);
        AssertImage(file["U32"], i => (uint)(i * 300_000_000L));
        AssertImage(file["I64"], i => (i * 100_000_000_000_000_000) - 500_000_000_000_000_000);
        AssertImage(file["U64"], i => (ulong)i * 1_000_000_000_000_000_000);
        AssertImage(file["F32"], i => (i / 8f) - 0.5f);
        AssertImage(file["F64"], i => i / 7.0);
        Assert.Equal("Byte [3, 4]", file.Image.ToString());
    }

    [Fact]
    public void Scaled_values_are_physical_and_blank_ones_not_a_number()
    {
        FitsFile file = Fits.Read(Units());
        // 10 + 0.5 × (i - 6), the first of which is BLANK; astropy gives the same types.
        AssertImage(file["SCALED16"], i => i == 0 ? float.NaN : 10 + (0.5f * (i - 6)));
        AssertImage(file["SCALED32"], i => -10 + (0.25 * i));
    }

    [Fact]
    public void Four_axes_come_in_numpys_order()
    {
        NdArray cube = Fits.Read(Units())["CUBE"].Image!;
        Assert.Equal([2, 3, 4, 5], cube.Shape);
        Assert.Equal(Enumerable.Range(0, 120).Select(i => (float)i), cube.As<float>());
    }

    [Fact]
    public void Tables_are_passed_over_with_their_heap()
    {
        FitsHdu table = Fits.Read(Units())["TABLE"];
        Assert.Equal((FitsHduKind.Table, 7L, true), (table.Kind, table.Header.Integer("NAXIS2"), table.Header.Integer("PCOUNT") > 0));
        Assert.Null(table.Image);
    }

    [Fact]
    public void Header_cards_of_every_convention_are_read()
    {
        FitsHeader header = Fits.Read(Units()).Primary.Header;
        Assert.Equal(string.Concat(Enumerable.Repeat("It's a string of two hundred characters: ", 5)).TrimEnd(), header.Text("LONGTEXT"));
        Assert.Equal("goes on in CONTINUE", header.Find("LONGTEXT")!.Comment);
        Assert.Equal(new FitsCard("ESO DET CHIP1 ID", "CCD-44", "a long keyword"), header.Find("ESO DET CHIP1 ID"));
        Assert.Equal((1234.5, 3L, 1e-30, true), (header.Number("EXPTIME"), header.Integer("NCOMBINE"), header.Number("TINY"), header.Flag("OK")));
        Assert.Equal("NGC 'x' / y", header.Text("OBJECT"));
        Assert.Equal(new FitsCard("NOTHING", null), header.Find("nothing"));
        Assert.Equal(new Complex(1.5, -2), header.Find("Z")!.Value);
        Assert.Equal(["one comment"], header.Comments);
        Assert.Equal(["first step", "second step"], header.History);
        Assert.Null(header.Text("EXPTIME"));
    }

    [Fact]
    public void Pictures_with_no_value_are_none()
    {
        FitsFile file = Fits.Read(_folder.Write("a.fits", File("SIMPLE  =                    T", "BITPIX  =                    8", "NAXIS   = 3", "NAXIS1  = 0", "NAXIS2  = 2147483647", "NAXIS3  = 9999999999")));
        Assert.Null(file.FirstImage);
        Assert.Contains("no picture", Assert.Throws<InvalidOperationException>(() => file.Image).Message, StringComparison.Ordinal);
        Assert.Contains("a picture", Assert.Throws<DataFormatException>(() => Fits.ReadImage(file.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("PRIMARY", Assert.Throws<KeyNotFoundException>(() => file["SCI"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_groups_have_their_size_without_the_first_axis()
    {
        byte[] header = File("SIMPLE  = T", "BITPIX  = -32", "NAXIS   = 2", "NAXIS1  = 0", "NAXIS2  = 3", "GROUPS  = T", "PCOUNT  = 2", "GCOUNT  = 150");
        FitsFile file = Fits.Read(_folder.Write("a.fits", [.. header, .. new byte[2880 * 2], .. File("XTENSION= 'IMAGE   '", "BITPIX  = 8", "NAXIS   = 1", "NAXIS1  = 3"), 7, 8, 9]));
        Assert.Equal([FitsHduKind.Other, FitsHduKind.Image], file.Hdus.Select(hdu => hdu.Kind));   // 4 × 150 × (2 + 3) = 3000 bytes
        Assert.Equal([7, 8, 9], file.Image.As<byte>());
    }

    [Theory]
    [InlineData("SIMPLE")]
    [InlineData("BITPIX")]
    [InlineData("NAXIS")]
    [InlineData("NAXIS2")]
    [InlineData("END")]
    public void A_header_without_a_mandatory_card_is_refused(string missing)
    {
        string[] cards = ["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 2", "NAXIS1  = 2", "NAXIS2  = 2"];
        byte[] file = [.. File([.. cards.Where(card => !card.StartsWith(missing.PadRight(8), StringComparison.Ordinal))]), 1, 2, 3, 4];
        if (missing == "END") file = Encoding.ASCII.GetBytes(Encoding.Latin1.GetString(file).Replace("END", "   ", StringComparison.Ordinal));
        Assert.Throws<DataFormatException>(() => Fits.Read(_folder.Write("a.fits", file)));
    }

    [Theory]
    [InlineData("BITPIX  = 12", "BITPIX = 12")]
    [InlineData("BITPIX  = 8.0", "BITPIX = 8")]
    [InlineData("NAXIS   = -1", "NAXIS = -1")]
    [InlineData("NAXIS   = 1000", "NAXIS = 1000")]
    [InlineData("NAXIS1  = -5", "NAXIS1 = -5")]
    [InlineData("NAXIS1  = 4000000000", "4 bytes from byte 2,880")]
    [InlineData("NAXIS1  = 9223372036854775807", "4 bytes from byte 2,880")]
    [InlineData("PCOUNT  = -1", "PCOUNT = -1")]
    [InlineData("GCOUNT  = 9223372036854775807", "4 bytes from byte 2,880")]
    [InlineData("BSCALE  = 'two'", "two")]
    [InlineData("BLANK   = 1.5", "1.5")]
    [InlineData("SIMPLE  = F", "breaks the standard")]
    [InlineData("BAD KEY = 1", "'BAD KEY '")]
    public void A_bad_card_is_named(string bad, string found)
    {
        string[] cards = ["SIMPLE  =                    T", "BITPIX  = 8", "NAXIS   = 2", "NAXIS1  = 2", "NAXIS2  = 2", "PCOUNT  = 0", "GCOUNT  = 1"];
        int replaced = Array.FindIndex(cards, card => card[..8] == bad[..8]);
        if (replaced >= 0) cards[replaced] = bad;
        else cards = [.. cards, bad];
        DataFormatException e = Assert.Throws<DataFormatException>(() => Fits.Read(_folder.Write("a.fits", [.. File(cards), 1, 2, 3, 4])));
        Assert.Contains(found, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_anywhere_in_its_last_picture_is_refused_and_its_filling_may_be_missing()
    {
        byte[] file = [.. File("SIMPLE  = T", "BITPIX  = 16", "NAXIS   = 1", "NAXIS1  = 3"), 0, 1, 0, 2, 0, 3];
        Assert.Equal([1, 2, 3], Fits.ReadImage(_folder.Write("whole.fits", file)).As<short>());
        for (int length = 0; length < file.Length; length++) Assert.Throws<DataFormatException>(() => Fits.Read(_folder.Write("cut.fits", file[..length])));
        Assert.Throws<DataFormatException>(() => Fits.Read(_folder.Write("more.fits", [.. file, .. new byte[2874], 1, 2, 3])));
    }

    [Fact]
    public void A_packed_file_whose_last_bytes_are_missing_is_refused_even_if_the_picture_is_whole()
    {
        byte[] packed = ReferenceFiles.Bytes("units.fits.gz");
        Assert.Equal([3, 4], Fits.ReadImage(_folder.Write("a.fits.gz", packed)).Shape);
        Assert.Throws<DataFormatException>(() => Fits.ReadImage(_folder.Write("b.fits.gz", packed[..^9])));
    }

    [Fact]
    public void A_stopped_reading_stops() =>
        Assert.Throws<OperationCanceledException>(() => Fits.Read(Units(), new CancellationToken(canceled: true)));

    [Fact]
    public void Missing_files_folders_and_web_pages_are_told_apart()
    {
        Assert.Contains("none of that name", Assert.Throws<DataFormatException>(() => Fits.Read(_folder.PathOf("none.fits"))).Message, StringComparison.Ordinal);
        Assert.Contains("a folder", Assert.Throws<DataFormatException>(() => Fits.Read(Path.GetDirectoryName(_folder.PathOf("x"))!)).Message, StringComparison.Ordinal);
        Assert.Contains("begins with SIMPLE", Assert.Throws<DataFormatException>(() => Fits.Read(_folder.Write("a.fits", "<html>"u8.ToArray()))).Message, StringComparison.Ordinal);
    }

    [Theory]   // sums and values by astropy 5.2.1
    [InlineData("0001_150.329073_2.139497", 1302.173026063883, 0.010499036870896816, 0.7962018847465515)]
    [InlineData("0002_150.054801_2.426702", 264.09542779377256, -1.1082649962190771e-06, 1.2161787748336792)]
    [InlineData("0003_150.218429_2.36785", 679.0703284289434, 0.0014725230867043138, 1.3338004350662231)]
    [InlineData("0004_150.293615_2.402216", 70.3582889595866, 0.00036912961513735354, 0.20523881912231445)]
    [InlineData("0005_150.300439_2.165881", 69.56009044733334, -0.008593899197876453, 0.3349551856517792)]
    [InlineData("0006_149.7983_2.215854", 41.301502999510134, -0.0017326095839962363, 0.10497725009918213)]
    [InlineData("0007_149.825905_2.27702", 331.49300319576366, -0.0012800846016034484, 0.8574422597885132)]
    [InlineData("0008_150.110179_2.272575", 90.30685792230906, -0.0031746276654303074, 0.0973002165555954)]
    public void Real_galaxies_load(string name, double sum, double value1234, double largest)
    {
        FitsFile file = Fits.Read(RealFile.PathOf("cosmos", name + "_acs_I_mosaic_30mas_sci.fits"));
        double[] pixels = file.Image.As<double>();
        Assert.Equal("Double [168, 168]", file.Image.ToString());
        Assert.Equal((value1234, largest), (pixels[1234], pixels.Max()));
        Assert.Equal(sum, pixels.Sum(), 1e-9);
        Assert.Equal((138, "DEC--TAN", -8.333333e-6), (file.Primary.Header.Cards.Count, file.Primary.Header.Text("CTYPE2"), file.Primary.Header.Number("CDELT1")));
        Assert.Contains("these images.", file.Primary.Header.History.Select(line => line.Trim()));
    }

    [Fact]
    public void The_real_disk_loads()
    {
        NdArray disk = Fits.ReadImage(RealFile.PathOf("disks", "HD_129590_2022-04-01_vae_subtracted.fits"));
        float[] pixels = disk.As<float>();
        Assert.Equal("Single [256, 256]", disk.ToString());
        Assert.Equal((0.13078123331069946f, 1.7217448949813843f), (pixels[1234], pixels.Max()));
        Assert.Equal(42428.270039491355, pixels.Sum(value => (double)value), 1e-6);
    }

    private string Units(bool packed = true)
    {
        byte[] bytes = ReferenceFiles.Bytes("units.fits.gz");
        if (packed) return _folder.Write("units.fits.gz", bytes);
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)) gzip.CopyTo(unpacked);
        return _folder.Write("units.fits", unpacked.ToArray());
    }

    private static void AssertImage<T>(FitsHdu hdu, Func<int, T> value)
    {
        Assert.Equal([3, 4], hdu.Image!.Shape);
        Assert.Equal(Enumerable.Range(0, 12).Select(value), hdu.Image.As<T>());
    }

    internal static byte[] File(params string[] cards)
    {
        string text = string.Concat(cards.Append("END").Select(card => card.PadRight(80)));
        return Encoding.ASCII.GetBytes(text.PadRight((text.Length + 2879) / 2880 * 2880));
    }
}
