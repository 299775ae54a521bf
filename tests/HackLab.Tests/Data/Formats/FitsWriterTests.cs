#pragma warning disable xUnit1051 // the files are so small that nobody would stop their reading
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Formats;

public sealed class FitsWriterTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_array_and_any_header_is_read_back_as_it_was_written()
    {
        Gen<Array> values = Gen.OneOf(Values<byte>(), Values<sbyte>(), Values<short>(), Values<ushort>(), Values<int>(), Values<uint>(), Values<long>(), Values<ulong>(), Values<float>(), Values<double>());
        Gen<string> text = Gen.Choose(' ', '~').Select(c => (char)c).ArrayOf().Select(c => new string(c).TrimEnd());
        Gen<object?> value = Gen.OneOf(text.Select(t => (object?)t), ArbMap.Default.GeneratorFor<bool>().Select(b => (object?)b), ArbMap.Default.GeneratorFor<long>().Select(n => (object?)n),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(x => (object?)(double)x), Gen.Constant<object?>(null));
        Gen<FitsCard> card = from v in value
                             from key in Gen.Elements("OBJECT", "A-B_9", "ESO DET GAIN", "X")
                             from comment in text
                             select new FitsCard(key, key.Length > 6 && v is string ? "short" : v, comment.Trim()[..Math.Min(comment.Trim().Length, 20)].Trim());
        Gen<FitsCard[]> cards = Gen.Two(card).Select(pair => new[] { pair.Item1, pair.Item2, new FitsCard("HISTORY", null, "made") });
        string path = _folder.PathOf("a.fits");

        Prop.ForAll(values.Zip(cards).ToArbitrary(), pair =>
        {
            var image = new NdArray(pair.Item1, 1, pair.Item1.Length);
            Fits.Write(path, image, pair.Item2);
            FitsHdu read = Fits.Read(path).Primary;
            Assert.Equal(image.ElementType, read.Image!.ElementType);
            Assert.Equal(image.Values.Cast<object>(), read.Image.Values.Cast<object>());
            Assert.Equal(image.Shape, read.Image.Shape);
            Assert.Equal(pair.Item2, read.Header.Cards.TakeLast(3));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_header_that_was_read_can_be_handed_on()
    {
        string first = _folder.PathOf("first.fits"), second = _folder.PathOf("second.fits.gz");
        Fits.Write(first, new NdArray(new ushort[] { 1, 2, 65_535 }, 3), [new("OBJECT", "HL Tau", "a star")]);
        Fits.Write(second, new NdArray(new float[] { 1, 2, 3, 4 }, 2, 2), Fits.Read(first).Primary.Header.Cards);
        FitsHdu read = Fits.Read(second).Primary;
        Assert.Equal(("HL Tau", -32L, 2L), (read.Header.Text("OBJECT"), read.Header.Integer("BITPIX"), read.Header.Integer("NAXIS2")));
        Assert.Null(read.Header.Find("BZERO"));
        Assert.Equal([1f, 2, 3, 4], read.Image!.As<float>());
        Assert.Equal([first, second], _folder.Files.Order());   // no temporary file is left
    }

    [Fact]
    public void What_cannot_stand_in_a_header_is_refused_and_leaves_the_old_file()
    {
        string path = _folder.PathOf("a.fits");
        var image = new NdArray(new byte[] { 1 }, 1);
        Fits.Write(path, image);
        FitsCard[] bad = [new("OBJECT", "über"), new("X", double.NaN), new("END", 1), new("COMMENT", 1), new("X", 1, new string('c', 60)), new("X", DateTime.Now), new("A=B", 1), new("S", new string('x', 100), new string('c', 70))];
        foreach (FitsCard card in bad) Assert.Throws<ArgumentException>(() => Fits.Write(path, image, [card]));
        Assert.Throws<ArgumentException>(() => Fits.Write(path, new NdArray(new bool[] { true }, 1)));
        Assert.Throws<ArgumentException>(() => Fits.Write(path, new NdArray(new float[1])));
        Assert.Throws<ArgumentException>(() => Fits.Write(path, new NdArray(Array.Empty<float>(), 0)));
        Assert.Equal([1], Fits.ReadImage(path).As<byte>());
        Assert.Equal([path], _folder.Files);
    }

    [Fact]
    public void Damaged_files_give_data_or_a_DataFormatException()
    {
        Fits.Write(_folder.PathOf("a.fits"), new NdArray(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3), [new("OBJECT", new string('x', 100), "long"), new("ESO DET", 1.5)]);
        Fits.Write(_folder.PathOf("b.fits.gz"), new NdArray(new short[] { 1, 2, 3 }, 3));
        byte[] units = [.. FitsReaderTests.File("SIMPLE  = T", "BITPIX  = 16", "NAXIS   = 1", "NAXIS1  = 2", "BSCALE  = 0.5", "BLANK   = 3"), .. new byte[2880],
            .. FitsReaderTests.File("XTENSION= 'BINTABLE'", "BITPIX  = 8", "NAXIS   = 2", "NAXIS1  = 4", "NAXIS2  = 5", "PCOUNT  = 9", "GCOUNT  = 1"), .. new byte[2880]];
        MutatedFiles.Read([File.ReadAllBytes(_folder.PathOf("a.fits")), File.ReadAllBytes(_folder.PathOf("b.fits.gz")), units], path =>
        {
            foreach (FitsHdu hdu in Fits.Read(path).Hdus) Assert.NotNull(hdu.ToString() + hdu.Image?.ToDouble().Sum());
        }, ".fits");
    }

    private static Gen<Array> Values<T>() => ArbMap.Default.GeneratorFor<T>().NonEmptyListOf().Select(list => (Array)list.ToArray());
}
