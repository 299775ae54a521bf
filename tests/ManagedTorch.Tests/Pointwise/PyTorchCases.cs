using System.Globalization;
using System.Text.Json;
using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Pointwise;

/// <summary>pointwise.json: inputs, and what PyTorch 1.13 makes of them.</summary>
internal static unsafe class PyTorchCases
{
    // Python's NaN; .NET's has a minus sign, which signbit and copysign see.
    private static readonly double PositiveNaN = Math.CopySign(double.NaN, 1);
    private static readonly JsonElement Root = Read();

    /// <summary>One call: operation, names of inputs, and the packed result; null where PyTorch refuses.</summary>
    public static IEnumerable<(string Operation, string[] Inputs, JsonElement Result)> All =>
        from c in Root.GetProperty("cases").EnumerateArray()
        select (c.GetProperty("op").GetString()!, c.GetProperty("in").EnumerateArray().Select(n => n.GetString()!).ToArray(),
            c.GetProperty("out"));

    /// <summary>An input by name: name:T transposed, name:E expanded, name:S every second column.</summary>
    public static Tensor Input(string name)
    {
        string[] parts = name.Split(':');
        Tensor x = Unpack(Root.GetProperty("tensors").GetProperty(parts[0]));
        return parts.Length == 1 ? x : parts[1] switch
        {
            "T" => Views.Transpose(x, 0, -1),
            "E" => Views.Expand(x, [2, .. x.Sizes]),
            _ => Views.Slice(x, x.Sizes.Length - 1, 0, (x.Sizes[^1] + 1) / 2, 2),
        };
    }

    public static ScalarType TypeOf(JsonElement packed) => packed.GetProperty("type").GetString() switch
    {
        "float32" => ScalarType.Float32,
        "float64" => ScalarType.Float64,
        "int64" => ScalarType.Int64,
        "int32" => ScalarType.Int32,
        "uint8" => ScalarType.Byte,
        _ => ScalarType.Bool,
    };

    public static long[] ShapeOf(JsonElement packed) =>
        [.. packed.GetProperty("shape").EnumerateArray().Select(s => s.GetInt64())];

    public static double[] ValuesOf(JsonElement packed) => [.. packed.GetProperty("values").EnumerateArray().Select(v =>
        v.ValueKind != JsonValueKind.String ? v.GetDouble()
        : v.GetString() == "NaN" ? PositiveNaN
        : double.Parse(v.GetString()!, CultureInfo.InvariantCulture))];

    public static double[] ValuesOf(Tensor x) =>
        new Span<double>(Copies.Contiguous(Copies.To(x.detach(), ScalarType.Float64)).Pointer, (int)x.Elements).ToArray();

    private static Tensor Unpack(JsonElement packed) =>
        Copies.To(Creation.FromValues<double>(ValuesOf(packed), ShapeOf(packed)), TypeOf(packed));

    private static JsonElement Read()
    {
        using Stream stream = typeof(PyTorchCases)
            .Assembly.GetManifestResourceStream("ManagedTorch.Tests.Reference.pointwise.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }
}
