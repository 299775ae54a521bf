#pragma warning disable xUnit1051 // the files are so small that nobody would stop their reading
using HackLab.Data;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Formats;

/// <summary>Skipped, and said so, where libhdf5 is not installed.</summary>
public sealed class Hdf5Tests : IDisposable
{
    private static readonly Dictionary<string, byte[]> Files = ReferenceFiles.Archive("hdf5.zip");

    private readonly ScratchFolder _folder = new();

    public Hdf5Tests()
    {
        try
        {
            Hdf5Library.Use(() => 0);
        }
        catch (MissingToolException e)
        {
            Assert.Skip(e.Message);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("old.h5")]
    [InlineData("new.h5")]
    public void Numbers_of_every_kind_that_h5py_wrote_are_read(string name)
    {
        Hdf5File file = Open(name);
        int[] expected = [.. Enumerable.Range(0, 24).Select(i => i * 3)];
        foreach ((string type, Type element) in new (string, Type)[]
        {
            ("i1", typeof(sbyte)), ("u1", typeof(byte)), ("i2", typeof(short)), ("u2", typeof(ushort)), ("i4", typeof(int)), ("u4", typeof(uint)), ("i8", typeof(long)),
            ("u8", typeof(ulong)), ("f4", typeof(float)), ("f8", typeof(double)), ("big-i2", typeof(short)), ("big-f4", typeof(float)), ("f2", typeof(float)),
        })
        {
            NdArray array = file.Read("numbers/" + type);
            Assert.Equal(element, array.ElementType);
            Assert.Equal(element, file["/numbers/" + type].ElementType);
            Assert.Equal([2, 3, 4], array.Shape);
            Assert.Equal(expected, array.ToDouble().Select(value => (int)value));
        }
    }

    [Theory]
    [InlineData("old.h5")]
    [InlineData("new.h5")]
    public void Chunks_packed_shuffled_and_summed_are_read_whole_and_by_rows(string name)
    {
        Hdf5File file = Open(name);
        float[] all = file.Read("X").As<float>();
        Assert.Equal(Enumerable.Range(0, 600).Select(i => (float)i), all);
        foreach ((int from, int count) in new[] { (0, 100), (0, 1), (99, 1), (5, 20), (14, 7), (50, 0) })
        {
            NdArray rows = file.Read("X", from, count);
            Assert.Equal([count, 3, 2], rows.Shape);
            Assert.Equal(all[(from * 6)..((from + count) * 6)], rows.As<float>());
        }
        Assert.Equal(Enumerable.Range(0, 10), file.Read("grown").As<int>());
        Assert.All(file.Read("hardly").As<double>(), value => Assert.Equal(7.5, value));
        Assert.Equal(all, file.Read("soft").As<float>());
    }

    [Theory]
    [InlineData("old.h5")]
    [InlineData("new.h5")]
    public void Single_values_truth_text_and_attributes_are_read(string name)
    {
        Hdf5File file = Open(name);
        Assert.Equal(("Double []", 42.5), (file.Read("single").ToString(), file.Read("single").As<double>()[0]));
        Assert.Equal([0, 3], file.Read("none").Shape);
        Assert.Equal([0], file.Read("empty").Shape);
        Assert.Equal([1, 0, 1], file.Read("truth").As<sbyte>());
        Assert.Equal(["one", "two", "three"], file.ReadText("fixed"));
        Assert.Equal(["a", "bé", ""], file.ReadText("texts"));
        IReadOnlyDictionary<string, object> attributes = file.Attributes("X");
        Assert.Equal((7L, 0.25, "mm"), ((long)attributes["count"], (double)attributes["step"], (string)attributes["units"]));
        Assert.Equal([0, 1, 2], ((NdArray)attributes["list"]).As<short>());
        Assert.Equal(["x", "y"], (string[])attributes["names"]);
        Assert.Equal("by h5py", file.Attributes()["made"]);
        Assert.Empty(file.Attributes("numbers"));
    }

    [Fact]
    public void What_is_not_read_is_named()
    {
        Hdf5File file = Open("new.h5");
        Assert.Null(file["pairs"].ElementType);
        Assert.DoesNotContain(file.Datasets, dataset => dataset.Name is "nowhere" or "outside");
        Assert.Contains("numbers in pairs", Assert.Throws<DataFormatException>(() => file.Read("pairs")).Message, StringComparison.Ordinal);
        Assert.Contains("ReadText", Assert.Throws<DataFormatException>(() => file.Read("texts")).Message, StringComparison.Ordinal);
        Assert.Contains("text in X", Assert.Throws<DataFormatException>(() => file.ReadText("X")).Message, StringComparison.Ordinal);
        Assert.Contains("numbers/f4", Assert.Throws<KeyNotFoundException>(() => file.Read("Y")).Message, StringComparison.Ordinal);
        Assert.Throws<DataFormatException>(() => file.Attributes("Y"));
        foreach ((long from, long count) in new[] { (-1L, 1L), (100, 1), (0, 101), (1, long.MaxValue), (0, -1) }) Assert.Throws<ArgumentOutOfRangeException>(() => file.Read("X", from, count));
        Assert.Throws<OperationCanceledException>(() => file.Read("X", new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Values_that_lie_in_other_files_are_refused()
    {
        Hdf5File file = Open("virtual.h5");
        Assert.Contains("other files", Assert.Throws<DataFormatException>(() => file.Read("v")).Message, StringComparison.Ordinal);
        Assert.Contains("other files", Assert.Throws<DataFormatException>(() => file.Read("e")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_contains_itself_is_refused() =>
        Assert.Contains("contains itself", Assert.Throws<DataFormatException>(() => Open("circle.h5")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_block_before_the_file_is_passed_over() => Assert.Equal(24, Open("block.h5").Read("X").Count);

    [Fact]
    public void What_is_no_hdf5_file_is_refused_before_the_library_sees_it()
    {
        Assert.Contains("another signature", Assert.Throws<DataFormatException>(() => Hdf5.Open(_folder.Write("a.h5", new byte[5000]))).Message, StringComparison.Ordinal);
        Assert.Contains("an empty file", Assert.Throws<DataFormatException>(() => Hdf5.Open(_folder.Write("a.h5", []))).Message, StringComparison.Ordinal);
        Assert.Contains("none of that name", Assert.Throws<DataFormatException>(() => Hdf5.Open(_folder.PathOf("none.h5"))).Message, StringComparison.Ordinal);
        Assert.Contains("whole HDF5 file", Assert.Throws<DataFormatException>(() => Hdf5.Open(_folder.Write("a.h5", Files["small-old.h5"][..3000]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_library_is_absent_the_message_says_how_to_install_it()
    {
        MissingToolException e = Assert.Throws<MissingToolException>(() => Hdf5Library.Find(["libno-such-thing.so"]));
        Assert.Contains("apt install libhdf5", e.Message, StringComparison.Ordinal);
        Assert.Contains("brew install hdf5", e.Message, StringComparison.Ordinal);
        Assert.Contains("Windows", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_threads_may_read()
    {
        Hdf5File file = Open("new.h5");
        float[][] read = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => file.Read("X", i, 50).As<float>())));
        for (int i = 0; i < read.Length; i++) Assert.Equal(i * 6, read[i][0]);
    }

    [Fact]
    public void Damaged_files_give_data_or_a_DataFormatException() =>
        MutatedFiles.Read([Files["small-old.h5"], Files["small-new.h5"]], path =>
        {
            Hdf5File file = Hdf5.Open(path);
            foreach (Hdf5Dataset dataset in file.Datasets)
            {
                if (dataset.ElementType == typeof(string)) Assert.NotNull(file.ReadText(dataset.Name));
                else Assert.True(file.Read(dataset.Name).Count >= 0);
                Assert.NotNull(file.Attributes(dataset.Name));
            }
        }, ".h5");

    [Theory]   // sums and values by h5py 3.7
    [InlineData("H-H1_LOSC_4_V1-1167559920-32.hdf5", -1.6289904691312066e-16, -8.011745352161033e-20, 9.978458002427874e-19)]
    [InlineData("H-H1_LOSC_4_V2-1128678884-32.hdf5", -3.792562153909241e-17, 8.959954660373632e-20, 8.437113739365321e-19)]
    [InlineData("H-H1_LOSC_4_V2-1135136334-32.hdf5", -1.8234966065727218e-16, -1.3963313325688713e-19, 6.419239604614273e-19)]
    [InlineData("L-L1_LOSC_4_V1-1167559920-32.hdf5", -1.9131830910853316e-13, -1.391133860887961e-18, -3.017557329612972e-19)]
    [InlineData("L-L1_LOSC_4_V2-1128678884-32.hdf5", -1.4359735352508016e-13, -8.2307543776706045e-19, 1.8973107919644716e-18)]
    [InlineData("L-L1_LOSC_4_V2-1135136334-32.hdf5", -1.4827313233086038e-13, 4.453849127816942e-19, 1.3189604227431438e-18)]
    public void Real_strain_loads(string name, double sum, double value1000, double largest)
    {
        Hdf5File file = Hdf5.Open(RealFile.PathOf("gravitational-waves", name));
        double[] strain = file.Read("strain/Strain").As<double>();
        Assert.Equal((131_072, value1000, largest), (strain.Length, strain[1000], strain.Max()));
        Assert.Equal(sum, strain.Sum(), Math.Abs(sum) * 1e-6);
        Assert.Equal(strain[5000..7000], file.Read("strain/Strain", 5000, 2000).As<double>());
        Assert.Equal(1 / 4096.0, file.Attributes("strain/Strain")["Xspacing"]);
        Assert.Equal(name[2..4], file.ReadText("meta/Detector")[0]);
        Assert.Equal(name.Split('-')[2], file.Read("meta/GPSstart").As<long>()[0].ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((7, "DATA"), (file.ReadText("quality/simple/DQShortnames").Length, file.ReadText("quality/simple/DQShortnames")[0]));
    }

    [Theory]
    [InlineData("GW151226_4_template.hdf5", 5.551530910344727e-19, 1.760091386379098e-20, 2.1400018061692935e-19)]
    [InlineData("GW170104_4_template.hdf5", -7.495361317545792e-18, -1.1806499738417991e-21, 6.406632234448371e-19)]
    [InlineData("LVT151012_4_template.hdf5", 1.1982312482616688e-18, 9.813431680433304e-21, 3.984252422150612e-19)]
    public void Real_templates_load(string name, double sum, double value1000, double largest)
    {
        Hdf5File file = Hdf5.Open(RealFile.PathOf("gravitational-waves", name));
        NdArray template = file.Read("template");
        Assert.Equal("Single [2, 131072]", template.ToString());
        float[] values = template.As<float>();
        Assert.Equal(((float)value1000, (float)largest), (values[1000], values.Max()));
        Assert.Equal(sum, values.Sum(value => (double)value), 1e-24);
        Assert.Equal((4096L, name.Split('_')[0]), (file.Attributes("meta")["fs"], file.Attributes("meta")["eventname"]));
    }

    private Hdf5File Open(string name) => Hdf5.Open(_folder.Write(name, Files[name]));
}
