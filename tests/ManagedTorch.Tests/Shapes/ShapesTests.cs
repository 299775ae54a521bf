using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests;

/// <summary>Shapes, joining, indexing and order give PyTorch's values: cases by name, as in Reference/shapes.py.</summary>
public sealed partial class ShapesTests
{
    private static readonly JsonElement Reference = Load();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_gives_the_type_the_shape_and_the_values_of_PyTorch(string name)
    {
        JsonElement expected = Reference.GetProperty(name);
        Tensor y = Cases[name]();
        Assert.Equal(expected.GetProperty("type").GetString(), y.dtype.ToString());
        Assert.Equal(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()), y.shape);
        double[] values = [.. expected.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal(values, y.to(float64).contiguous().data<double>().ToArray());
    }

    [Fact]
    public void Each_number_of_PyTorch_belongs_to_a_case() =>
        Assert.Equal(Reference.EnumerateObject().Select(x => x.Name).Order(), Cases.Keys.Order());

    /// <summary>Whole numbers below 101 in a fixed disorder, minus 50, over 4.</summary>
    private static Tensor Values(params long[] sizes) => Stepped(37, sizes);

    private static Tensor Stepped(int step, params long[] sizes)
    {
        var values = new float[sizes.Aggregate(1L, (product, size) => product * size)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ((i * step + 11) % 101 - 50) / 4f;
        }
        return tensor(values).view(sizes);
    }

    private static Tensor Whole(params long[] values) => tensor(values);

    private static Tensor Whole(long[,] values) => tensor(values);

    private static Tensor Put(Tensor x, Action<Tensor> change)
    {
        Tensor y = x.clone();
        change(y);
        return y;
    }

    private static JsonElement Load()
    {
        var assembly = typeof(ShapesTests).Assembly;
        string name = assembly.GetManifestResourceNames()
            .Single(x => x.EndsWith("Reference.shapes.json", StringComparison.Ordinal));
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        return JsonDocument.Parse(stream).RootElement.Clone();
    }
}
