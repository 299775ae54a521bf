using System.Text;
using System.Text.Json;
using TorchSharp;
using TorchSharp.Files;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace ManagedTorch;

/// <summary>One tensor of a safetensors file: name, type and sizes, and where its bytes start after the header.</summary>
internal readonly record struct SafeTensorsEntry(string Name, TensorRecord.Header Record, long Start);

/// <summary>The JSON header of a safetensors file.</summary>
internal static class SafeTensorsHeader
{
    private const string Metadata = "__metadata__";
    private const int MaxAxes = 64;

    private static readonly (string Name, ScalarType Type)[] Types =
    [
        ("F32", ScalarType.Float32), ("F64", ScalarType.Float64), ("I64", ScalarType.Int64), ("I32", ScalarType.Int32),
        ("U8", ScalarType.Byte), ("BOOL", ScalarType.Bool),
    ];

    /// <summary>The header of tensors that follow one another, padded with blanks to a multiple of eight.</summary>
    /// <exception cref="ArgumentException">A type that the format does not have, or a reserved name.</exception>
    public static byte[] Write(IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is not null)
            {
                json.WriteStartObject(Metadata);
                foreach ((string key, string value) in metadata)
                {
                    json.WriteString(key, value);
                }
                json.WriteEndObject();
            }
            long end = 0;
            foreach ((string name, Tensor tensor) in tensors)
            {
                if (name == Metadata)
                {
                    throw new ArgumentException($"The name '{Metadata}' is reserved in safetensors files.", nameof(tensors));
                }
                long start = end;
                end += tensor.Elements * ElementType.Bytes(tensor.dtype);
                json.WriteStartObject(name);
                json.WriteString("dtype", NameOf(name, tensor.dtype));
                WriteNumbers(json, "shape", tensor.Sizes);
                WriteNumbers(json, "data_offsets", [start, end]);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        while (buffer.Length % 8 != 0)
        {
            buffer.WriteByte((byte)' ');
        }
        return buffer.ToArray();
    }

    /// <summary>The tensors of a header, in the order of their data.</summary>
    /// <param name="header">The JSON text.</param>
    /// <param name="dataBytes">Bytes that follow it.</param>
    /// <exception cref="InvalidDataException">Not such a header, or the places leave gaps, overlap or end beyond the
    /// data.</exception>
    public static List<SafeTensorsEntry> Read(byte[] header, long dataBytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(header, new JsonDocumentOptions { MaxDepth = 8 });
            return Entries(document.RootElement, dataBytes);
        }
        catch (Exception error) when (error is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            throw new InvalidDataException($"The safetensors header is not the JSON expected: {error.Message}", error);
        }
    }

    private static List<SafeTensorsEntry> Entries(JsonElement root, long dataBytes)
    {
        Expect(root, JsonValueKind.Object, "the header");
        var entries = new List<SafeTensorsEntry>();
        var names = new HashSet<string>();
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (!names.Add(property.Name))
            {
                throw new InvalidDataException($"Tensor '{property.Name}' stands in the file twice.");
            }
            if (property.Name != Metadata)
            {
                entries.Add(Entry(property.Name, property.Value));
            }
        }
        entries.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Record.Bytes.CompareTo(b.Record.Bytes));
        long end = 0;
        foreach (SafeTensorsEntry entry in entries)
        {
            if (entry.Start != end)
            {
                throw new InvalidDataException(
                    $"Tensor '{entry.Name}': its data begin at {entry.Start}, expected {end}, where those before it end.");
            }
            end = checked(end + entry.Record.Bytes);
            if (end > dataBytes)
            {
                throw new InvalidDataException(
                    $"Tensor '{entry.Name}' is cut: its data end at {end}, the file has {dataBytes} bytes of data.");
            }
        }
        return end == dataBytes
            ? entries
            : throw new InvalidDataException($"The tensors take {end} bytes, but the file has {dataBytes} bytes of data.");
    }

    private static SafeTensorsEntry Entry(string name, JsonElement value)
    {
        Expect(value, JsonValueKind.Object, $"tensor '{name}'");
        string? typeName = null;
        long[]? sizes = null, place = null;
        foreach (JsonProperty property in value.EnumerateObject())
        {
            switch (property.Name)
            {
                case "dtype" when typeName is null:
                    Expect(property.Value, JsonValueKind.String, $"dtype of tensor '{name}'");
                    typeName = property.Value.GetString();
                    break;
                case "shape" when sizes is null:
                    sizes = Numbers(property.Value, $"shape of tensor '{name}'", MaxAxes);
                    break;
                case "data_offsets" when place is null:
                    place = Numbers(property.Value, $"data_offsets of tensor '{name}'", 2);
                    break;
                default:
                    throw new InvalidDataException($"Tensor '{name}': unexpected or repeated field '{property.Name}'.");
            }
        }
        if (typeName is null || sizes is null || place is not { Length: 2 })
        {
            throw new InvalidDataException($"Tensor '{name}': expected the fields dtype, shape and data_offsets (two numbers).");
        }
        int known = Array.FindIndex(Types, entry => entry.Name == typeName);
        if (known < 0)
        {
            throw new InvalidDataException(
                $"Tensor '{name}': found type {typeName}, expected one of "
                + $"{string.Join(", ", Types.Select(static entry => entry.Name))}.");
        }
        long bytes = TensorRecord.Bytes(sizes, Types[known].Type, name);
        if (place[1] < place[0] || place[1] - place[0] != bytes)
        {
            throw new InvalidDataException(
                $"Tensor '{name}': shape {Shape.Text(sizes)} of {typeName} takes {bytes} bytes, "
                + $"found data_offsets {place[0]} to {place[1]}.");
        }
        return new SafeTensorsEntry(name, new TensorRecord.Header(Types[known].Type, sizes, bytes), place[0]);
    }

    private static long[] Numbers(JsonElement list, string what, int limit)
    {
        Expect(list, JsonValueKind.Array, what);
        if (list.GetArrayLength() > limit)
        {
            throw new InvalidDataException($"The {what} has {list.GetArrayLength()} numbers, expected at most {limit}.");
        }
        var numbers = new List<long>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            numbers.Add(item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out long number) && number >= 0
                ? number
                : throw new InvalidDataException($"The {what} has '{item}', expected whole numbers from 0."));
        }
        return [.. numbers];
    }

    private static void Expect(JsonElement element, JsonValueKind kind, string what)
    {
        if (element.ValueKind != kind)
        {
            throw new InvalidDataException($"Found {element.ValueKind} as {what}, expected {kind}.");
        }
    }

    private static string NameOf(string name, ScalarType type)
    {
        int known = Array.FindIndex(Types, entry => entry.Type == type);
        return known >= 0 ? Types[known].Name : throw new ArgumentException(
            $"Tensor '{name}': safetensors files do not hold {type}; split it into real and imaginary part.");
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }
        json.WriteEndArray();
    }
}
