using System.Numerics;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Data.Npy;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data;

/// <summary>The oracle is NumPy itself: Reference/numpy_files.py wrote the files and what they hold.</summary>
public sealed class NpyTests : IDisposable
{
    private static readonly JsonElement Reference = Load();

    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> ReferenceNames => [.. Reference.GetProperty("arrays").EnumerateArray().Select(e => e.GetProperty("name").GetString()!)];

    public static TheoryData<string> RefusedNames => [.. Reference.GetProperty("refused").EnumerateObject().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(ReferenceNames))]
    public void Every_type_and_order_that_numpy_writes_is_read(string name)
    {
        JsonElement entry = Reference.GetProperty("arrays").EnumerateArray().First(e => e.GetProperty("name").GetString() == name);
        NdArray array = Npy.Read(Write(entry.GetProperty("file").GetBytesFromBase64(), "file.npy"));

        Assert.Equal(entry.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32()), array.Shape);
        JsonElement[] values = [.. entry.GetProperty("values").EnumerateArray()];
        if (array.ElementType == typeof(Complex))
            Assert.Equal(values.Select(v => new Complex(v[0].GetDouble(), v[1].GetDouble())), array.As<Complex>());
        else
            Assert.Equal(values.Select(v => v.GetDouble()), array.ToDouble());
        Assert.Equal(ExpectedType(entry.GetProperty("dtype").GetString()![1..]), array.ElementType);
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void What_is_no_array_of_plain_numbers_is_refused_in_words(string name)
    {
        string path = Write(Reference.GetProperty("refused").GetProperty(name).GetBytesFromBase64(), "file.npy");
        DataFormatException e = Assert.Throws<DataFormatException>(() => Npy.Read(path));
        Assert.Equal(path, e.File);
        string word = name switch { "structured" => "structured", "objects" => "pickle", "text" or "bytes" => "text", "dates" => "dates", _ => "f16" };
        Assert.Contains(word, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stored")]
    [InlineData("packed")]
    public void Archives_of_numpy_are_read_whole_and_by_name(string name)
    {
        string path = Write(Reference.GetProperty("archives").GetProperty(name).GetBytesFromBase64(), "file.npz");
        IReadOnlyDictionary<string, NdArray> arrays = Npz.Read(path);

        Assert.Equal(["s", "x", "y"], arrays.Keys.Order());
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (float)i), arrays["x"].As<float>());
        Assert.Equal([3, 4], arrays["x"].Shape);
        Assert.Equal([1L, 0, 1], Npz.Read(path, "y").As<long>());
        Assert.Equal([7.5], arrays["s"].As<double>());
        Assert.Empty(arrays["s"].Shape);
        Assert.Contains("s, x, y", string.Join(", ", Assert.Throws<DataFormatException>(() => Npz.Read(path, "z")).Found[11..].Split(", ").Order()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_what_numpy_writes_byte_for_byte()
    {
        foreach (JsonElement entry in Reference.GetProperty("arrays").EnumerateArray())
        {
            string name = entry.GetProperty("name").GetString()!;
            // NumPy's own files in the form that is written here: version 1, C order, little-endian, no complex64.
            if (name.Contains("fortran", StringComparison.Ordinal) || name.Contains("version", StringComparison.Ordinal) || name[0] == '>' || name.Contains("c8", StringComparison.Ordinal)) continue;
            byte[] original = entry.GetProperty("file").GetBytesFromBase64();
            string path = Path.Combine(_folder, "copy.npy");
            Npy.Write(path, Npy.Read(Write(original, "original.npy")));
            Assert.Equal(original, File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void Any_array_is_read_back_from_npy_and_npz()
    {
        Gen<NdArray> arrays =
            from axes in Gen.Choose(0, 4)
            from shape in Gen.ArrayOf(Gen.Choose(0, 4), axes)
            from type in Gen.Choose(0, 12)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select new NdArray(Values(type, shape.Aggregate(1, (a, b) => a * b), new Random(seed)), shape);
        string single = Path.Combine(_folder, "a.npy"), archive = Path.Combine(_folder, "a.npz");
        Prop.ForAll(arrays.ToArbitrary(), array =>
        {
            Npy.Write(single, array);
            Npz.Write(archive, new Dictionary<string, NdArray> { ["a"] = array, ["../b"] = array }, compress: array.Count % 2 == 0);
            IReadOnlyDictionary<string, NdArray> both = Npz.Read(archive);
            return Same(array, Npy.Read(single)) && Same(array, both["a"]) && Same(array, both["../b"]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(3, 5));

        static bool Same(NdArray a, NdArray b) =>
            a.ElementType == b.ElementType && a.Shape.SequenceEqual(b.Shape) && a.Values.Cast<object>().SequenceEqual(b.Values.Cast<object>());
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4,), }", "4 bytes of f4 for")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000, 1000000000), }", "at most")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 2000000000, 2000000000, 2000000000), }", "at most")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", "a header as")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }", "a header as")]
    [InlineData("{'descr': '<f4', 'shape': (1,), }", "fortran_order")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), ", "a header as")]
    [InlineData("{'descr': '<f3', 'fortran_order': False, 'shape': (1,), }", "c8 or c16")]
    public void A_wrong_header_is_named(string header, string expected)
    {
        byte[] bytes = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), 1, 2, 3, 4];
        Assert.Contains(expected, Assert.Throws<DataFormatException>(() => Npy.Read(Write(bytes, "bad.npy"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_anywhere_or_too_long_is_refused()
    {
        string path = Path.Combine(_folder, "x.npy");
        Npy.Write(path, [1, 2, 3]);
        byte[] whole = File.ReadAllBytes(path);
        for (int length = 0; length < whole.Length; length++) Assert.Throws<DataFormatException>(() => Npy.Read(Write(whole[..length], "cut.npy")));
        Assert.Throws<DataFormatException>(() => Npy.Read(Write([.. whole, 0], "long.npy")));
        Assert.Throws<DataFormatException>(() => Npy.Read(Path.Combine(_folder, "none.npy")));
        Assert.Throws<DataFormatException>(() => Npy.Read(_folder));
        Assert.Throws<ArgumentException>(() => Npy.Write(path, new NdArray(new decimal[] { 1 }, 1)));
    }

    [Fact]
    public void An_array_larger_than_one_piece_is_read_and_written_whole()
    {
        double[] values = [.. Enumerable.Range(0, 1_300_001).Select(i => i / 3.0)];
        string path = Path.Combine(_folder, "large.npy");
        Npy.Write(path, new NdArray(values, values.Length));
        Assert.Equal(values, Npy.Read(path).As<double>());
    }

    [Fact]
    public void Damaged_npy_files_are_refused_or_read_and_nothing_else()
    {
        byte[][] good = [.. Reference.GetProperty("arrays").EnumerateArray().Select(e => e.GetProperty("file").GetBytesFromBase64())];
        MutatedFiles.Read(good, path => _ = Npy.Read(path).Count, ".npy");
    }

    [Fact]
    public void Damaged_npz_files_are_refused_or_read_and_nothing_else()
    {
        byte[][] good = [.. Reference.GetProperty("archives").EnumerateObject().Select(p => p.Value.GetBytesFromBase64())];
        MutatedFiles.Read(good, path => _ = Npz.Read(path).Count, ".npz");
    }

    private static Array Values(int type, int count, Random random)
    {
        return type switch
        {
            0 => Fill(() => random.Next(2) == 0),
            1 => Fill(() => (sbyte)random.Next()),
            2 => Fill(() => (byte)random.Next()),
            3 => Fill(() => (short)random.Next()),
            4 => Fill(() => (ushort)random.Next()),
            5 => Fill(() => random.Next()),
            6 => Fill(() => (uint)random.NextInt64()),
            7 => Fill(() => random.NextInt64()),
            8 => Fill(() => (ulong)random.NextInt64() * 2),
            9 => Fill(() => (Half)random.NextSingle()),
            10 => Fill(() => random.NextSingle()),
            11 => Fill(() => random.NextDouble()),
            _ => Fill(() => new Complex(random.NextDouble(), random.NextDouble())),
        };

        T[] Fill<T>(Func<T> value) => [.. Enumerable.Range(0, count).Select(_ => value())];
    }

    private static Type ExpectedType(string code) => code switch
    {
        "b1" => typeof(bool), "i1" => typeof(sbyte), "u1" => typeof(byte), "i2" => typeof(short), "u2" => typeof(ushort), "i4" => typeof(int),
        "u4" => typeof(uint), "i8" => typeof(long), "u8" => typeof(ulong), "f2" => typeof(Half), "f4" => typeof(float), "f8" => typeof(double),
        _ => typeof(Complex),
    };

    private static JsonElement Load()
    {
        using Stream stream = typeof(NpyTests).Assembly.GetManifestResourceStream("HackLab.Tests.Data.Reference.numpy_files.json")!;
        return JsonDocument.Parse(stream).RootElement.Clone();
    }

    private string Write(byte[] bytes, string name)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
