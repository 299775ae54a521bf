using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class ImagesFormatTests
{
    private static readonly ImagesFormat Format = new("sharp.npy", 2, 3, "sharp pictures");

    // As numpy.save writes np.arange(6, dtype='<f4').reshape(1, 2, 3).
    private static byte[] NumPy(string descr = "<f4", string shape = "(1, 2, 3)", int bytes = 24, string order = "False")
    {
        string head = $"{{'descr': '{descr}', 'fortran_order': {order}, 'shape': {shape}, }}".PadRight(117) + "\n";
        byte[] values = [.. Enumerable.Range(0, 6).SelectMany(i => BitConverter.GetBytes((float)i))];
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)head.Length, 0, .. Encoding.ASCII.GetBytes(head), .. values.Concat(new byte[1024]).Take(bytes)];
    }

    [Fact]
    public void Pictures_come_back_as_they_were_written() => Prop.ForAll(
        ArbMap.Default.ArbFor<float[]>(),
        (float[] numbers) =>
        {
            float[] pixels = numbers[..(numbers.Length / 6 * 6)];
            var read = (PredictionImages)Format.Read(Format.Write(new PredictionImages(pixels, 2, 3)), "file");
            return read.Pixels.SequenceEqual(pixels) && (read.Count, read.Height, read.Width) == (pixels.Length / 6, 2, 3);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_is_what_the_reader_of_npy_files_reads()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "sharp.npy");
        File.WriteAllBytes(path, Format.Write(new PredictionImages([1, 2, 3, 4, 5, 6], 2, 3)));
        NdArray array = Npy.Read(path);
        Assert.Equal([1, 2, 3], array.Shape);
        Assert.Equal([1f, 2, 3, 4, 5, 6], array.As<float>());
    }

    [Theory]
    [InlineData("<f4", "(1, 2, 3)", 24, "False", "0,1,2,3,4,5")]
    [InlineData("<f4", "(1, 1, 2, 3)", 24, "False", "0,1,2,3,4,5")]
    [InlineData("<f4", "(1, 2, 3)", 24, "True", "0,2,4,1,3,5")]
    public void Arrays_as_NumPy_writes_them_are_read(string descr, string shape, int bytes, string order, string expected)
    {
        var images = (PredictionImages)Format.Read(NumPy(descr, shape, bytes, order), "sharp.npy");
        Assert.Equal(expected, string.Join(',', images.Image(0).ToArray()));
    }

    [Fact]
    public void Half_precision_is_read_to_its_three_digits()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "half.npy");
        Npy.Write(path, new NdArray(new Half[] { (Half)0.1, (Half)0.2, (Half)0.3, (Half)1, (Half)0, (Half)0.5 }, 1, 2, 3));
        var images = (PredictionImages)Format.Read(File.ReadAllBytes(path), path);
        Assert.Equal(0.1f, images.Pixels[0], 1e-4f);
        Assert.Equal(0.5f, images.Pixels[5]);
    }

    [Theory]
    [InlineData("<f8", "(1, 2, 3)", 48, "expected 32-bit or 16-bit floats (<f4 or <f2), found <f8. Save array.astype('float32').")]
    [InlineData("|O", "(1, 2, 3)", 24, "Python objects (pickle)")]
    [InlineData("<f4", "(6,)", 24, "expected the shape (n, 2, 3), found (6)")]
    [InlineData("<f4", "(1, 3, 2)", 24, "expected the shape (n, 2, 3), found (1, 3, 2)")]
    [InlineData("<f4", "(1, 3, 2, 3)", 72, "expected the shape (n, 2, 3)")]
    [InlineData("<f4", "(5, 2, 3)", 24, "expected 3 pictures, found 5")]
    [InlineData("<f4", "(2, 2, 3)", 24, "expected 48 bytes of f4 for the shape (2, 2, 3), found 24")]
    [InlineData("<f4", "(1, 2, 3)", 25, "several arrays")]
    [InlineData("<f4", "(300000000, 2, 3)", 24, "expected 3 pictures")]
    [InlineData("<f4", "(999999999999, 2, 3)", 24, "values")]
    [InlineData("<f4", "(-1, 2, 3)", 24, "expected a header as")]
    public void A_file_that_is_no_such_array_is_refused_before_it_is_read(string descr, string shape, int bytes, string said)
    {
        var error = Assert.Throws<DataFormatException>(() => Format.Read(NumPy(descr, shape, bytes), "sharp.npy", mostRows: 3));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_damage_to_a_file_is_read_or_refused_and_nothing_else()
    {
        byte[] whole = NumPy();
        var random = new Random(5);
        for (int round = 0; round < 3000; round++)
        {
            byte[] damaged = whole[..random.Next(whole.Length + 1)];
            for (int k = random.Next(3); k > 0 && damaged.Length > 0; k--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                Assert.InRange(((PredictionImages)Format.Read(damaged, "sharp.npy", 10)).Count, 0, 10);
            }
            catch (DataFormatException)
            {
                // the only way to say no
            }
        }
    }

    [Fact]
    public void What_may_not_be_handed_in_is_said_with_its_place()
    {
        var images = new PredictionImages([0, 1, 0.5f, 0, float.NaN, 0, 0, float.PositiveInfinity, 0, 0, 0, 0], 2, 3);
        Assert.Equal(
        [
            "2 pictures, but the evaluation set has 3: predict each of its pictures once, in its order.",
            "2 pixels are no finite numbers, first NaN in picture 1, row 1, column 1: "
                + "look where your model divides by zero, or whether training ran away.",
        ], Format.Problems(images, ["1", "2", "3"]));
        Assert.Contains("2 × 3, but these have 3 × 2", Assert.Single(Format.Problems(new PredictionImages(new float[6], 3, 2), ["1"])),
            StringComparison.Ordinal);
        Assert.Contains("something else", Assert.Single(Format.Problems(new PredictionText("words"), ["1"])), StringComparison.Ordinal);
    }

    [Fact]
    public void Pixels_that_were_not_scaled_back_are_warned_of()
    {
        Assert.Empty(Format.Warnings(new PredictionImages([-0.2f, 0, 1.3f, 0, 0, 0], 2, 3)));
        Assert.Contains("from 0 to 255", Assert.Single(Format.Warnings(new PredictionImages([0, 255, 1, 0, 0, 0], 2, 3))), StringComparison.Ordinal);
        Assert.Contains("equal", Assert.Single(Format.Warnings(new PredictionImages(new float[6], 2, 3))), StringComparison.Ordinal);
    }
}
