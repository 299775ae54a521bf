using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HackLab.Cli.Notebooks;

/// <summary>
/// Writes JSON byte for byte as Jupyter does (Python's json.dumps with indent=1, ensure_ascii=False), so that a notebook
/// that went through here shows no difference in git. System.Text.Json's own writer escapes more.
/// </summary>
internal static class NotebookJson
{
    public static string Write(JsonNode root)
    {
        var text = new StringBuilder();
        Write(text, root, depth: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject fields:
                WriteAll(text, fields, depth, '{', '}', field =>
                {
                    WriteString(text, field.Key);
                    text.Append(": ");
                    Write(text, field.Value, depth + 1);
                });
                break;
            case JsonArray items:
                WriteAll(text, items, depth, '[', ']', item => Write(text, item, depth + 1));
                break;
            case JsonValue value:
                WriteValue(text, value);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, IEnumerable<T> items, int depth, char open, char close, Action<T> write)
    {
        text.Append(open);
        bool first = true;
        foreach (T item in items)
        {
            if (!first) text.Append(',');
            first = false;
            text.Append('\n').Append(' ', depth + 1);
            write(item);
        }
        text.Append('\n').Append(' ', depth).Append(close);
    }

    private static void WriteValue(StringBuilder text, JsonValue value)
    {
        // What was read and not touched is written as it stood: numbers keep their digits, strings their escapes.
        if (value.TryGetValue(out JsonElement element)) text.Append(element.GetRawText());
        else if (value.TryGetValue(out string? words)) WriteString(text, words);
        else text.Append(value.ToJsonString());
    }

    private static void WriteString(StringBuilder text, string words)
    {
        text.Append('"');
        for (int i = 0; i < words.Length; i++)
        {
            char sign = words[i];
            if (char.IsHighSurrogate(sign) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
            {
                text.Append(sign).Append(words[++i]);
                continue;
            }
            text.Append(sign switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' => Escaped(sign),
                _ when char.IsSurrogate(sign) => Escaped(sign),   // half a character has no UTF-8 form
                _ => sign.ToString(),
            });
        }
        text.Append('"');
    }

    private static string Escaped(char sign) => "\\u" + ((int)sign).ToString("x4", CultureInfo.InvariantCulture);
}
