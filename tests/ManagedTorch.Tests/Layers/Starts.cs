using System.Reflection;
using System.Text.Json;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Layers;

/// <summary>Reads Reference/starts.json.</summary>
internal static class Starts
{
    public static JsonElement Load()
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream("ManagedTorch.Tests.Reference.starts.json")!;
        return JsonDocument.Parse(file).RootElement;
    }

    public static void Close(JsonElement expected, Tensor found, double tolerance)
    {
        double[] wanted = [.. expected.EnumerateArray().Select(v => v.GetDouble())];
        double[] values = Copies.Contiguous(Copies.To(found.detach(), ScalarType.Float64)).data<double>().ToArray();
        Assert.Equal(wanted.Length, values.Length);
        for (int i = 0; i < wanted.Length; i++)
        {
            Assert.True(
                Math.Abs(wanted[i] - values[i]) <= tolerance * (1 + Math.Abs(wanted[i])),
                $"element {i}: {wanted[i]:R} expected, found {values[i]:R}");
        }
    }
}
