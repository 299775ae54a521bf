using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace HackLab.Charts.Internals.Plotly;

/// <summary>Writes a <see cref="PlotlyObject"/> as JSON that may stand in a script of an HTML page as it is.</summary>
internal static class PlotlyJson
{
    /// <summary>Significant digits of lists of numbers that belong to no axis.</summary>
    public const int Digits = 6;

    /// <summary>Significant digits of single numbers, such as positions on any axis.</summary>
    private const int SingleDigits = 10;

    // Letters of all languages as they are; <, > and & escaped, so that no text can end the script that it stands in.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(PlotlyObject value)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>(1 << 14);
        using (var json = new Utf8JsonWriter(bytes, Options)) Write(json, value);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, PlotlyObject value)
    {
        json.WriteStartObject();
        foreach ((string name, object member) in value)
        {
            json.WritePropertyName(name);
            WriteMember(json, name, member);
        }
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, string name, object member)
    {
        bool isRead = PlotlyText.Keys.Contains(name);
        switch (member)
        {
            case string text: json.WriteStringValue(isRead ? PlotlyText.Escape(text) : text); break;
            case PlotlyMarkup markup: json.WriteStringValue(markup.Text); break;
            case double number: WriteNumber(json, number, SingleDigits); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case PlotlyObject inner: Write(json, inner); break;
            case PlotlyValues values: WriteNumbers(json, values); break;
            case IReadOnlyList<PlotlyValues> rows: WriteArray(json, rows, row => WriteNumbers(json, row)); break;
            case IReadOnlyList<string> texts: WriteArray(json, texts, text =>
                json.WriteStringValue(isRead ? PlotlyText.Escape(text) : text)); break;
            case IReadOnlyList<IReadOnlyList<string>> groups: WriteArray(json, groups, group =>
                WriteArray(json, group, json.WriteStringValue)); break;
            case IReadOnlyList<PlotlyObject> objects: WriteArray(json, objects, inner => Write(json, inner)); break;
            case PlotlyPairs pairs: WriteArray(json, pairs.Pairs, pair => WritePair(json, pair.Place, pair.Colour)); break;
            default: throw new InvalidOperationException($"A Plotly figure cannot hold a {member.GetType().Name} ({name}).");
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, PlotlyValues values) =>
        WriteArray(json, values.Values, value => WriteNumber(json, value, values.Digits));

    private static void WritePair(Utf8JsonWriter json, double place, string colour)
    {
        json.WriteStartArray();
        WriteNumber(json, place, Digits);
        json.WriteStringValue(colour);
        json.WriteEndArray();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, IReadOnlyList<T> values, Action<T> write)
    {
        json.WriteStartArray();
        foreach (T value in values) write(value);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, double value, int digits)
    {
        if (!double.IsFinite(value))
        {
            json.WriteNullValue();
            return;
        }
        Span<char> format = stackalloc char[3], text = stackalloc char[32];
        format[0] = 'G';
        digits.TryFormat(format[1..], out int formatLength, default, CultureInfo.InvariantCulture);
        value.TryFormat(text, out int length, format[..(formatLength + 1)], CultureInfo.InvariantCulture);
        json.WriteRawValue(value == 0 ? "0" : text[..length], skipInputValidation: true);
    }
}
