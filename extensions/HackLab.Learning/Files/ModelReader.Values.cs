using System.Globalization;
using System.Numerics;
using System.Text.Json;
using HackLab.Data;

namespace HackLab.Learning.Files;

/// <summary>Single values of JSON, checked.</summary>
internal sealed partial class ModelReader
{
    private JsonElement Field(string field)
    {
        if (_fields.TryGetProperty(field, out JsonElement value)) return value;
        throw new DataFormatException(_file, $"a field '{Name(field)}'", "none", Advice);
    }

    private JsonElement.ArrayEnumerator Items(string field, int? count) => Items(field, count, out _);

    private JsonElement.ArrayEnumerator Items(string field, int? count, out int length)
    {
        JsonElement value = Field(field);
        if (value.ValueKind != JsonValueKind.Array) throw Bad(field, "a list", Words(value));
        length = value.GetArrayLength();
        if (count is { } expected && length != expected)
            throw Bad(field, Invariant($"a list of {expected} values"), Invariant($"{length} values"));
        return value.EnumerateArray();
    }

    private T[] Numbers<T>(string field, int? count, bool finite)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        JsonElement.ArrayEnumerator items = Items(field, count, out int length);
        var values = new T[length];
        int i = 0;
        foreach (JsonElement item in items)
        {
            T value = item.ValueKind != JsonValueKind.Number ? T.CreateTruncating(NumberOf(item, field, i))
                : typeof(T) == typeof(float) ? T.CreateTruncating(item.GetSingle()) : T.CreateTruncating(item.GetDouble());
            if (finite && !T.IsFinite(value)) throw Bad(At(field, i), "a finite number", Words(item));
            values[i++] = value;
        }
        return values;
    }

    private double NumberOf(JsonElement value, string field, int? index = null)
    {
        if (value.ValueKind == JsonValueKind.Number) return value.GetDouble();
        string place = index is { } i ? At(field, i) : field;
        if (value.ValueKind != JsonValueKind.String) throw Bad(place, "a number", Words(value));
        return TextOf(value, place) switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => throw Bad(place, "a number", $"'{text}'"),
        };
    }

    private string TextOf(JsonElement value, string field)
    {
        if (value.ValueKind != JsonValueKind.String) throw Bad(field, "a text", Words(value));
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)   // half a surrogate pair, or bytes that are no UTF-8
        {
            throw Bad(field, "a text", "characters that do not exist");
        }
    }

    private string Name(string field) => _place.Length == 0 ? field : $"{_place}.{field}";

    private static string At(string field, int index) => Invariant($"{field}[{index}]");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands there, short enough for a message.</summary>
    private static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "a group of fields",
        JsonValueKind.Array => Invariant($"a list of {value.GetArrayLength()} values"),
        JsonValueKind.String => "a text",
        JsonValueKind.Number when value.GetRawText() is { Length: <= 40 } text => text,
        JsonValueKind.Number => "a number of many digits",
        JsonValueKind.Null => "null",
        _ => value.ValueKind == JsonValueKind.True ? "true" : "false",
    };
}
