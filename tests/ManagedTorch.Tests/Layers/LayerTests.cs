using System.Reflection;
using System.Text.Json;
using TorchSharp.Autograd;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Layers;

/// <summary>Against PyTorch 1.13: Reference/layers.py.</summary>
public sealed class LayerTests
{
    private static readonly Dictionary<string, JsonElement> Reference = Load();

    public static TheoryData<string> Names => [.. Reference.Keys];

    [Fact]
    public void The_cases_are_those_of_the_script() => Assert.Equal(Reference.Keys.Order(), LayerCases.Names.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_gradients_and_statistics_are_those_of_PyTorch(string name)
    {
        JsonElement expected = Reference[name];
        (nn.Module? layer, Tensor[] inputs, Func<Tensor[], Tensor> function) = LayerCases.Make(name);
        Tensor[] parameters = layer is null ? [] : [.. layer.parameters()];
        for (int i = 0; i < parameters.Length; i++)
        {
            Copies.Into(parameters[i], LayerCases.Values(parameters[i].shape, i + 3));
        }
        Tensor y = function(inputs);
        Assert.Equal(expected.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64()), y.shape);
        double tolerance = expected.TryGetProperty("tolerance", out JsonElement given) ? given.GetDouble() : 1e-10;
        Close(expected.GetProperty("y"), y, $"{name}: y", tolerance);
        Tensor[] leaves = [.. inputs.Where(x => x.requires_grad), .. parameters];
        Assert.Equal(expected.GetProperty("gradients").GetArrayLength(), leaves.Length);
        if (leaves.Length > 0)
        {
            Tensor?[] gradients = Engine.Gradients([y], [LayerCases.Values(y.shape, 1)], false, false, leaves);
            for (int i = 0; i < leaves.Length; i++)
            {
                Close(expected.GetProperty("gradients")[i], gradients[i], $"{name}: gradient {i}", tolerance);
            }
        }
        if (expected.TryGetProperty("state", out JsonElement state))
        {
            Dictionary<string, Tensor> found = layer!.state_dict();
            foreach (JsonProperty entry in state.EnumerateObject())
            {
                Close(entry.Value, found[entry.Name], $"{name}: {entry.Name}", tolerance);
            }
        }
    }

    private static void Close(JsonElement expected, Tensor? found, string what, double tolerance)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.True(found is null || Numbers(found).All(v => v == 0), what);
            return;
        }
        double[] wanted = [.. expected.EnumerateArray().Select(v => v.GetDouble())], values = Numbers(found!);
        Assert.Equal(wanted.Length, values.Length);
        for (int i = 0; i < wanted.Length; i++)
        {
            Assert.True(
                Math.Abs(wanted[i] - values[i]) <= tolerance * (1 + Math.Abs(wanted[i])),
                $"{what}[{i}]: {wanted[i]:R} expected, found {values[i]:R}");
        }
    }

    private static double[] Numbers(Tensor x) => Copies.Contiguous(Copies.To(x.detach(), ScalarType.Float64)).data<double>().ToArray();

    private static Dictionary<string, JsonElement> Load()
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream("ManagedTorch.Tests.Reference.layers.json")!;
        return JsonDocument.Parse(file).RootElement.EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!);
    }
}
