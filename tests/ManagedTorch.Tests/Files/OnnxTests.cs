using System.Text;
using ManagedTorch.Tests.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Files;

/// <summary>Reads the files back with a decoder of its own, after the protocol buffers specification.</summary>
public sealed class OnnxTests
{
    [Fact]
    public void A_network_becomes_a_connected_graph_with_its_weights()
    {
        var net = nn.Sequential(
            ("conv", nn.Conv2d(2, 4, 3, padding: 1)),
            ("norm", nn.BatchNorm2d(4)),
            ("pool", nn.MaxPool2d(2)),
            ("mean", nn.AdaptiveAvgPool2d(2)),
            ("inner", nn.Sequential(("up", nn.PixelShuffle(2)), ("fc", nn.Linear(4, 3)))));
        Message model = Message.Parse(Onnx.Model(net, zeros(1, 2, 8, 8)));
        Assert.Equal(8, model.Numbers(1).Single());
        Message graph = model.Messages(7).Single();
        Message[] nodes = [.. graph.Messages(1)];
        Assert.Equal(
            ["Conv", "BatchNormalization", "MaxPool", "AveragePool", "DepthToSpace", "MatMul", "Add", "Identity"],
            nodes.Select(node => node.Texts(4).Single()));
        HashSet<string> known =
            [.. graph.Messages(5).Select(constant => constant.Texts(8).Single()), graph.Messages(11).Single().Texts(1).Single()];
        foreach (Message node in nodes)
        {
            Assert.All(node.Texts(1), input => Assert.Contains(input, known));
            Assert.True(known.Add(node.Texts(2).Single()));
        }
        Assert.Contains(graph.Messages(12).Single().Texts(1).Single(), known);
        Message weight = graph.Messages(5).Single(constant => constant.Texts(8).Single() == "conv.weight");
        Assert.Equal([4L, 2, 3, 3], weight.Numbers(1));
        Assert.Equal(1, weight.Numbers(2).Single());
        Assert.Equal(net.get_parameter("conv.weight")!.bytes.ToArray(), weight.Fields(9).Single());
        Message pads = nodes[0].Messages(5).Single(attribute => attribute.Texts(1).Single() == "pads");
        Assert.Equal([1L, 1, 1, 1], pads.Numbers(8));
        Message[] outputAxes =
            [.. graph.Messages(12).Single().Messages(2).Single().Messages(1).Single().Messages(2).Single().Messages(1)];
        Assert.Equal("batch", outputAxes[0].Texts(2).Single());
        Assert.Equal([1L, 4, 3], outputAxes.Skip(1).Select(axis => axis.Numbers(1).Single()));
        Assert.True(net.training);
    }

    [Fact]
    public void A_layer_that_cannot_be_exported_is_named_and_nothing_is_written()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var net = nn.Sequential(("a", nn.Sequential(("own", new Affine(2, 2)))));
        string message = Assert.Throws<NotSupportedException>(() => Onnx.Export(net, zeros(1, 2), path)).Message;
        Assert.Contains("layer 'a.own' (Affine) cannot be exported", message);
        Assert.False(File.Exists(path));
        Assert.Throws<ArgumentException>(() => Onnx.Export(nn.Linear(2, 3), zeros(1, 5), path));
        Onnx.Export(nn.Linear(2, 3), zeros(1, 2), path);
        Assert.Equal(Onnx.Model(nn.Linear(2, 3), zeros(1, 2)).Length, new FileInfo(path).Length);
        File.Delete(path);
    }

    /// <summary>A decoded message: fields by number.</summary>
    private sealed class Message(List<(int Field, object Value)> fields)
    {
        public IEnumerable<byte[]> Fields(int number) =>
            fields.Where(field => field.Field == number).Select(field => (byte[])field.Value);

        public IEnumerable<string> Texts(int number) => Fields(number).Select(Encoding.UTF8.GetString);

        public IEnumerable<Message> Messages(int number) => Fields(number).Select(Parse);

        public IEnumerable<long> Numbers(int number) =>
            fields.Where(field => field.Field == number).Select(field => (long)field.Value);

        public static Message Parse(byte[] bytes)
        {
            var fields = new List<(int, object)>();
            var reader = new BinaryReader(new MemoryStream(bytes));
            while (reader.BaseStream.Position < bytes.Length)
            {
                long tag = reader.Read7BitEncodedInt64();
                fields.Add(((int)(tag >> 3), (tag & 7) switch
                {
                    0 => reader.Read7BitEncodedInt64(),
                    2 => reader.ReadBytes((int)reader.Read7BitEncodedInt64()),
                    5 => BitConverter.GetBytes(reader.ReadSingle()),
                    _ => throw new FormatException($"wire type {tag & 7}"),
                }));
            }
            return new Message(fields);
        }
    }
}
