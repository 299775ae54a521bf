#pragma warning disable xUnit1051 // the files are so small that nobody would stop their reading
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Formats;

public sealed class IdxTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_formats_own_layout_is_read()
    {
        NdArray array = Idx.Read(_folder.Write("a", [0, 0, 0x0B, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 1, 0, 2, 0xFF, 0xFF, 0x80, 0, 1, 0, 0, 0]));
        Assert.Equal([2, 3], array.Shape);
        Assert.Equal([1, 2, -1, short.MinValue, 256, 0], array.As<short>());
    }

    [Theory]
    [InlineData("a.idx")]
    [InlineData("a.idx.gz")]
    public void Arrays_of_every_type_are_read_back_as_they_were_written(string name)
    {
        static Gen<Array> Values<T>() => ArbMap.Default.GeneratorFor<T>().ListOf().Select(list => (Array)list.ToArray());
        Gen<Array> values = Gen.OneOf(Values<byte>(), Values<sbyte>(), Values<short>(), Values<int>(), Values<float>(), Values<double>());
        Prop.ForAll(values.ToArbitrary(), array =>
        {
            Idx.Write(_folder.PathOf(name), new NdArray(array, 1, array.Length, 1));
            NdArray read = Idx.Read(_folder.PathOf(name));
            Assert.Equal(array.GetType(), read.Values.GetType());
            Assert.Equal(array.Cast<object>(), read.Values.Cast<object>());
            Assert.Equal([1, array.Length, 1], read.Shape);
        }).QuickCheckThrowOnFailure();
        Assert.Throws<ArgumentException>(() => Idx.Write(_folder.PathOf(name), new NdArray(new ulong[1], 1)));
        Assert.Throws<ArgumentException>(() => Idx.Write(_folder.PathOf(name), new NdArray(new byte[1])));
    }

    [Theory]
    [InlineData(new byte[] { }, "4 bytes of header")]
    [InlineData(new byte[] { 0, 0, 0x0A, 1, 0, 0, 0, 0 }, "00000A01")]
    [InlineData(new byte[] { 0, 0, 8, 0 }, "00000800")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0, 0, 2 }, "8 bytes of axis lengths")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 2, 1 }, "2 bytes of values")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 1, 2 }, "more")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2 }, "4,294,967,295")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0 }, "by the lengths of its 3 axes")]
    public void A_bad_file_is_refused_with_the_reason(byte[] bytes, string reason) =>
        Assert.Contains(reason, Assert.Throws<DataFormatException>(() => Idx.Read(_folder.Write("a", bytes))).Message, StringComparison.Ordinal);

    [Fact]
    public void Damaged_files_give_data_or_a_DataFormatException()
    {
        Idx.Write(_folder.PathOf("a"), new NdArray(Enumerable.Range(0, 24).Select(i => (byte)i).ToArray(), 2, 3, 4));
        Idx.Write(_folder.PathOf("b.gz"), new NdArray(new double[] { 1, 2, 3 }, 3));
        MutatedFiles.Read([File.ReadAllBytes(_folder.PathOf("a")), File.ReadAllBytes(_folder.PathOf("b.gz"))], path => Assert.True(Idx.Read(path).ToDouble().Length >= 0), ".idx");
    }

    [Fact]
    public void The_real_digits_load()
    {
        NdArray images = Idx.Read(RealFile.PathOf("mnist", "t10k-images-idx3-ubyte.gz")), labels = Idx.Read(RealFile.PathOf("mnist", "t10k-labels-idx1-ubyte.gz"));
        Assert.Equal(("Byte [10000, 28, 28]", "Byte [10000]"), (images.ToString(), labels.ToString()));
        byte[] pixels = images.As<byte>();   // sums by NumPy
        Assert.Equal((264_923_200, 18_454), (pixels.Sum(p => p), pixels.Take(784).Sum(p => p)));
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], labels.As<byte>()[..10]);
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], labels.As<byte>().GroupBy(l => l).OrderBy(g => g.Key).Select(g => g.Count()));
    }
}
