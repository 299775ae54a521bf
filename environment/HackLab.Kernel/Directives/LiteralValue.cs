using System.Globalization;
using System.Text.Json;

namespace HackLab.Kernel.Directives;

/// <summary>A value written on a directive's line: JSON if it is some, else text.</summary>
internal static class LiteralValue
{
    /// <summary>The value, and its type as C# writes it.</summary>
    public static (object? Value, string Type) Read(OptionText text)
    {
        if (text.Quoted) return (text.Value, "string");
        try
        {
            using JsonDocument document = JsonDocument.Parse(text.Value);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return (text.Value, "string");
        }
    }

    private static (object? Value, string Type) Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => (json.GetString(), "string"),
        JsonValueKind.True or JsonValueKind.False => (json.GetBoolean(), "bool"),
        JsonValueKind.Number when json.TryGetInt32(out int whole) => (whole, "int"),
        JsonValueKind.Number when json.TryGetInt64(out long whole) => (whole, "long"),
        JsonValueKind.Number => (double.Parse(json.GetRawText(), CultureInfo.InvariantCulture), "double"),
        JsonValueKind.Array => OfArray(json),
        JsonValueKind.Null => (null, "object"),
        _ => (json.Clone(), "global::System.Text.Json.JsonElement"),
    };

    /// <summary>An array of one kind of value is one in C# too.</summary>
    private static (object? Value, string Type) OfArray(JsonElement json)
    {
        (object? Value, string Type)[] elements = [.. json.EnumerateArray().Select(Of)];
        string[] types = [.. elements.Select(e => e.Type).Distinct()];
        object?[] values = [.. elements.Select(e => e.Value)];
        if (types.Length > 0 && types.All(t => t is "int" or "long" or "double"))
        {
            if (types.Contains("double")) return (values.Select(v => Convert.ToDouble(v, CultureInfo.InvariantCulture)).ToArray(), "double[]");
            if (types.Contains("long")) return (values.Select(v => Convert.ToInt64(v, CultureInfo.InvariantCulture)).ToArray(), "long[]");
            return (values.Cast<int>().ToArray(), "int[]");
        }
        return types switch
        {
            ["string"] => (values.Cast<string>().ToArray(), "string[]"),
            ["bool"] => (values.Cast<bool>().ToArray(), "bool[]"),
            _ => (json.Clone(), "global::System.Text.Json.JsonElement"),
        };
    }
}
