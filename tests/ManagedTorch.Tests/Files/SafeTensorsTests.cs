using System.Text;
using ManagedTorch.Tests.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Files;

public sealed class SafeTensorsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_file_is_what_the_format_says()
    {
        SafeTensors.Save(
            _path, new Dictionary<string, Tensor> { ["a"] = tensor(new float[] { 1, -2 }), ["b"] = tensor(new byte[] { 9 }) });
        byte[] file = File.ReadAllBytes(_path);
        const string Header = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[1],"data_offsets":[8,9]}}""";
        int length = (int)BitConverter.ToInt64(file);
        Assert.Equal(0, length % 8);
        Assert.Equal(Header, Encoding.UTF8.GetString(file, 8, length).TrimEnd(' '));
        Assert.Equal([0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 9], file[(8 + length)..]);
    }

    [Fact]
    public void Tensors_and_modules_come_back()
    {
        Net net = new(), other = new();
        net.get_parameter("scale")!.requires_grad_(false).fill_(3);
        SafeTensors.Save(_path, net.state_dict(), new Dictionary<string, string> { ["made by"] = "a test \"ü\"" });
        Dictionary<string, Tensor> loaded = SafeTensors.Load(_path);
        Assert.Equal(net.state_dict().Keys, loaded.Keys);
        Assert.Equal([3f, 3f], loaded["scale"].data<float>().ToArray());
        SafeTensors.Load(_path, other);
        Assert.Equal([3f, 3f], other.get_parameter("scale")!.data<float>().ToArray());
        Assert.Throws<FileNotFoundException>(() => SafeTensors.Load(_path + "x"));
        SafeTensors.Save(_path, new Affine(2, 2).state_dict());
        Assert.Throws<InvalidOperationException>(() => SafeTensors.Load(_path, other));
        SafeTensors.Save(_path, new Affine(2, 2, float64).state_dict());
        Assert.Contains("expected Float32, found Float64", Assert.Throws<ArgumentException>(() =>
            SafeTensors.Load(_path, new Affine(2, 2))).Message);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "takes 8 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "is cut")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "begin at 4, expected 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "take 4 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", "overflow")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4,0],"data_offsets":[0,0]}}""", "overflow")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}""", "whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"Q4","shape":[2],"data_offsets":[0,8]}}""", "Q4")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "repeated field")]
    [InlineData("""{"a":[2]}""", "expected Object")]
    [InlineData("""[]""", "expected Object")]
    [InlineData("""{"a":""", "JSON")]
    [InlineData("""[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]""", "JSON")]
    public void Tricks_in_the_header_are_refused(string header, string message)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] file = [.. BitConverter.GetBytes((long)text.Length), .. text, .. new byte[8]];
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => SafeTensors.Load(new MemoryStream(file))).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    [InlineData(100_000_001)]
    public void A_wild_length_of_the_header_is_refused(long length) =>
        Assert.Throws<InvalidDataException>(
            () => SafeTensors.Load(new MemoryStream([.. BitConverter.GetBytes(length), 0x7B, 0x7D])));

    [Fact]
    public void Ten_thousand_damaged_files_give_tensors_of_their_size_or_a_clear_error()
    {
        SafeTensors.Save(_path, new Net().state_dict(), new Dictionary<string, string> { ["format"] = "pt" });
        byte[] good = File.ReadAllBytes(_path);
        int loaded = 0;
        for (int seed = 0; seed < 10_000; seed++)
        {
            byte[] bad = Mutations.Damage(good, seed);
            try
            {
                using DisposeScope scope = NewDisposeScope();
                long bytes = SafeTensors.Load(new MemoryStream(bad)).Values.Sum(tensor => tensor.contiguous().bytes.Length);
                Assert.Equal(bad.Length - 8 - BitConverter.ToInt64(bad), bytes);
                loaded++;
            }
            catch (InvalidDataException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
        Assert.InRange(loaded, 100, 9_000);
    }
}
