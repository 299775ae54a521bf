using ManagedTorch.Tests.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Files;

public sealed class ModuleFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("managedtorch").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_linear_layer_has_the_bytes_that_TorchSharp_writes()
    {
        Linear layer = nn.Linear(2, 3);
        byte[] bytes = Bytes(layer);
        byte[] expected =
        [
            2, 6, .. "weight"u8, 6, 2, 3, 2, .. layer.weight.bytes, 4, .. "bias"u8, 6, 1, 3, .. layer.bias!.bytes,
        ];
        Assert.Equal(expected, bytes);
    }

    [Fact]
    public void A_saved_module_loads_into_another_one()
    {
        Net net = new(), other = new();
        net.get_parameter("rest.1.bias")!.requires_grad_(false).fill_(7);
        string path = Path.Combine(_folder, "net.dat");
        net.save(path);
        var loaded = new Dictionary<string, bool>();
        other.load(path, loadedParameters: loaded);
        Assert.Equal(Bytes(net), Bytes(other));
        Assert.Equal(net.state_dict().Keys, loaded.Keys);
        Assert.All(loaded.Values, Assert.True);
        Assert.Equal(["net.dat"], Directory.GetFiles(_folder).Select(Path.GetFileName));
        other.load(path, strict: false, skip: ["scale"], loadedParameters: loaded);
        Assert.False(loaded["scale"]);
        net.save(path, skip: ["scale"]);
        other.load(path, skip: ["scale"]);
        Assert.Throws<ArgumentException>(() => other.load(path));
        Assert.Throws<FileNotFoundException>(() => other.load(path + "x"));
    }

    [Fact]
    public void A_file_of_another_architecture_names_tensor_expected_and_found()
    {
        var net = new Affine(2, 3);
        byte[] before = Bytes(net);
        Assert.Contains("'weight': expected [3, 2], found [2, 3]", Refusal(new Affine(3, 2)));
        Assert.Contains("'weight': expected Float32, found Float64", Refusal(new Affine(2, 3, float64)));
        Assert.Contains("expected 2, but found 8 entries", Refusal(new Net()));
        Assert.Contains(
            "does not have a submodule or buffer named 'other'", Refusal(nn.Sequential(("other", nn.Identity())), "other"));
        Assert.Equal(before, Bytes(net));

        string Refusal(nn.Module other, string? extra = null)
        {
            if (extra is not null)
            {
                other = new Renamed(extra);
            }
            return Assert.Throws<ArgumentException>(() => net.load(new MemoryStream(Bytes(other)))).Message;
        }
    }

    [Fact]
    public void Sizes_that_overflow_and_counts_beyond_the_file_are_refused()
    {
        byte[] max = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
        Refuse([2, 6, .. "weight"u8, 6, 2, .. max, .. max], "overflow");
        Refuse([2, 6, .. "weight"u8, 6, 3, .. max, .. max, 0], "overflow");
        Refuse([2, 6, .. "weight"u8, 6, 2, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0x7F], "is cut");
        Refuse([2, 6, .. "weight"u8, 6, .. max], "axes");
        Refuse([2, .. max], "length of the name");
        Refuse([2, 6, .. "weight"u8, 99, 1, 1], "element type 99");
        Refuse([.. max], "entries");
        Refuse([], "number of entries");
        Refuse([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], "LEB128");
    }

    [Fact]
    public void Ten_thousand_damaged_files_load_whole_or_change_nothing()
    {
        var net = new Net();
        byte[] good = Bytes(net);
        int loaded = 0;
        for (int seed = 0; seed < 10_000; seed++)
        {
            byte[] bad = Mutations.Damage(good, seed);
            byte[] before = Bytes(net);
            try
            {
                net.load(new MemoryStream(bad), strict: seed % 2 == 0);
                loaded++;
            }
            catch (Exception error) when (error is InvalidDataException or ArgumentException)
            {
                Assert.NotEmpty(error.Message);
                Assert.Equal(before, Bytes(net));
            }
        }
        Assert.InRange(loaded, 100, 9_000);
    }

    [Theory]
    [InlineData("f32")]
    [InlineData("f64")]
    [InlineData("i64")]
    [InlineData("i32")]
    [InlineData("u8")]
    [InlineData("bool")]
    [InlineData("transposed")]
    [InlineData("scalar")]
    [InlineData("empty")]
    public void Tensors_of_each_kind_come_back_as_they_were(string kind)
    {
        Tensor x = kind switch
        {
            "f32" => tensor(new float[] { 1.5f, float.NaN, float.NegativeInfinity }),
            "f64" => tensor(new double[] { Math.PI, double.MaxValue }),
            "i64" => tensor(new long[] { long.MinValue, 7 }),
            "i32" => tensor(new int[] { int.MinValue, 7 }),
            "u8" => tensor(new byte[] { 0, 255 }),
            "bool" => tensor(new bool[] { true, false }),
            "transposed" => TorchSharp.Operators.Views.Transpose(arange(0, 6).Reshaped(2, 3), 0, 1),
            "scalar" => tensor(2.5),
            _ => zeros(0, 3),
        };
        string path = Path.Combine(_folder, kind);
        x.save(path);
        Same(x, load(path));
        x.Save(path);
        Same(x, Tensor.Load(path));
        Tensor target = zeros(x.shape, dtype: x.dtype);
        target.Load(new BinaryReader(File.OpenRead(path)));
        Same(x, target);
        Assert.Throws<ArgumentException>(() => zeros(9).Load(new BinaryReader(File.OpenRead(path))));
    }

    private static void Same(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.contiguous().bytes.ToArray(), actual.bytes.ToArray());
    }

    private static byte[] Bytes(nn.Module module)
    {
        using var stream = new MemoryStream();
        module.save(stream);
        return stream.ToArray();
    }

    private static void Refuse(byte[] file, string message)
    {
        var net = new Affine(2, 3);
        Exception error = Assert.ThrowsAny<Exception>(() => net.load(new MemoryStream(file)));
        Assert.True(error is InvalidDataException or ArgumentException, error.ToString());
        Assert.Contains(message, error.Message);
    }

    private sealed class Renamed : nn.Module
    {
        public Renamed(string key) : base("renamed")
        {
            register_parameter(key, new Parameter(zeros(2)));
            register_parameter("bias", new Parameter(zeros(3)));
        }
    }
}
