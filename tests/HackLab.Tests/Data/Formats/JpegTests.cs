using HackLab.Data;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Formats;

public sealed class JpegTests : IDisposable
{
    private static readonly Dictionary<string, byte[]> Pictures = ReferenceFiles.Archive("jpeg.zip");

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Two decoders may round differently.
    [Theory]
    [InlineData("grey", 1, 1)]
    [InlineData("grey-progressive", 1, 1)]
    [InlineData("grey-coarse", 1, 1)]
    [InlineData("colour-444", 3, 2)]
    [InlineData("colour-comment", 3, 2)]
    public void Pixels_are_those_that_PIL_reads(string name, int channels, int tolerance)
    {
        RasterImage image = Read(name, channels);
        byte[] expected = Pictures[name + ".raw"];
        Assert.Equal(expected.Length, image.Samples.Length);
        for (int i = 0; i < expected.Length; i++) Assert.InRange(image.Samples[i], expected[i] - tolerance, expected[i] + tolerance);
    }

    // How colour is spread to pixels where it has fewer than brightness, the standard leaves open; brightness it does not.
    [Theory]
    [InlineData("colour-422")]
    [InlineData("colour-420")]
    [InlineData("colour-420-progressive")]
    public void Brightness_is_what_PIL_reads_where_colour_has_fewer_pixels(string name)
    {
        RasterImage image = Read(name, 3);
        RasterImage expected = new(37, 21, 3, 8, [.. Pictures[name + ".raw"].Select(sample => (ushort)sample)]);
        float[] difference = [.. image.ToGrey().Zip(expected.ToGrey(), (a, b) => Math.Abs(a - b) * 255)];
        Assert.InRange(difference.Average(), 0, 1);
        Assert.InRange(image.Samples.Zip(expected.Samples, (a, b) => Math.Abs(a - b)).Average(), 0, 4);
    }

    [Fact]
    public void A_picture_for_print_says_that_it_has_four_channels() =>
        Assert.Contains("4 channels", Refused(Pictures["print.jpg"]), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused_and_not_filled_with_grey()
    {
        foreach (string name in new[] { "grey", "grey-progressive", "colour-420", "colour-420-progressive" })
        {
            byte[] whole = Pictures[name + ".jpg"];
            for (int length = 0; length < whole.Length - 2; length += 7) Refused(whole[..length]);
        }
    }

    [Fact]
    public void A_header_of_more_pixels_than_the_bytes_can_hold_is_refused_before_there_is_room_made_for_them()
    {
        byte[] bytes = [.. Pictures["grey.jpg"]];
        int frame = bytes.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        (bytes[frame + 5], bytes[frame + 7]) = (0x10, 0x10);   // 4,117 rows of 4,133 pixels
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("cut off", Refused(bytes), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_picture_of_endless_scans_is_refused_before_the_first_is_read()
    {
        byte[] whole = Pictures["grey-progressive.jpg"];
        int scan = whole.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
        byte[] empty = [0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x01, 0x3F, 0x00];
        string refused = Refused([.. whole[..scan], .. Enumerable.Repeat(empty, 600).SelectMany(bytes => bytes), .. whole[scan..]]);
        Assert.Contains("at most 500 scans", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_JPEG_file_is_named()
    {
        Assert.Contains("89504e", Refused([0x89, 0x50, 0x4E, 0x47]), StringComparison.Ordinal);
        Assert.Contains("an empty file", Refused([]), StringComparison.Ordinal);
        Assert.Throws<DataFormatException>(() => Jpeg.Read(_folder.PathOf("nowhere.jpg")));
    }

    [Fact]
    public void Damaged_files_give_a_picture_or_a_DataFormatException() =>
        MutatedFiles.Read([.. Pictures.Where(picture => picture.Key.EndsWith(".jpg", StringComparison.Ordinal) && picture.Key != "print.jpg").Select(picture => picture.Value)],
            path => Assert.InRange(Jpeg.Read(path).ToGrey().Length, 1, int.MaxValue), ".jpg", count: 5000);

    [Fact]
    public void The_picture_of_HL_Tau_is_read()
    {
        RasterImage image = Jpeg.Read(RealFile.PathOf("disks", "hl_tau_ALMA.jpeg"));
        Assert.Equal((480, 480, 3), (image.Width, image.Height, image.Channels));
        float[] grey = image.ToGrey();
        Assert.True(grey[(240 * 480) + 240] > 0.8, "The star's place in the middle is bright.");
        Assert.InRange(grey[0], 0, 0.2f);
    }

    private RasterImage Read(string name, int channels)
    {
        RasterImage image = Jpeg.Read(_folder.Write(name + ".jpg", Pictures[name + ".jpg"]));
        Assert.Equal((37, 21, channels, 8), (image.Width, image.Height, image.Channels, image.BitDepth));
        return image;
    }

    private static string Refused(byte[] bytes) => Assert.Throws<DataFormatException>(() => Jpeg.Decode(bytes)).Message;
}
