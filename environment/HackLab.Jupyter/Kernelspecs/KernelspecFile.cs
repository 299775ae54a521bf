using System.Text.Encodings.Web;
using System.Text.Json;

namespace HackLab.Jupyter.Kernelspecs;

/// <summary>Reads and writes a kernelspec's kernel.json.</summary>
internal static class KernelspecFile
{
    /// <summary>The mark by which we know our own: without it we would not dare to overwrite or delete.</summary>
    private const string Mark = "hacklab";

    /// <summary>The file as bytes.</summary>
    public static byte[] Write(string displayName, IReadOnlyList<string> command)
    {
        using var bytes = new MemoryStream();
        var readable = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(bytes, readable))
        {
            json.WriteStartObject();
            json.WriteStartArray("argv");
            foreach (string word in command) json.WriteStringValue(word);
            json.WriteEndArray();
            json.WriteString("display_name", displayName);
            json.WriteString("language", "C#");
            json.WriteString("interrupt_mode", "message");
            json.WriteStartObject("metadata");
            json.WriteBoolean("debugger", false);
            json.WriteStartObject(Mark);
            json.WriteString("version", typeof(KernelspecFile).Assembly.GetName().Version!.ToString(3));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>The kernelspec in a folder; null if there is none. One that cannot be read is listed under its folder's name.</summary>
    public static InstalledKernelspec? Read(string directory)
    {
        string name = Path.GetFileName(directory);
        string file = Path.Combine(directory, "kernel.json");
        if (!File.Exists(file)) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = document.RootElement;
            var command = new List<string>();
            foreach (JsonElement word in root.GetProperty("argv").EnumerateArray()) command.Add(word.GetString() ?? "");
            bool ours = root.TryGetProperty("metadata", out JsonElement metadata)
                && metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty(Mark, out _);
            return new InstalledKernelspec(name, root.GetProperty("display_name").GetString() ?? name, directory, command, ours);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException
            or InvalidOperationException or KeyNotFoundException)
        {
            return new InstalledKernelspec(name, name, directory, [], IsHackLab: false);
        }
    }
}
