using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using HackLab.Data;

namespace HackLab.Evaluation.Internals;

/// <summary>The manifest of a pack: who, what, for which rows, and the hash of every file.</summary>
internal sealed record PackManifest(
    string Format, string Challenge, DateTimeOffset Created, PackedEvaluation Evaluation, SubmissionCard Card,
    IReadOnlyDictionary<string, string> Versions, IReadOnlyList<PackedFile> Files)
{
    public const string FileName = "manifest.json", CurrentFormat = "hacklab-submission/1";

    private const int MostBytes = 1 << 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        MaxDepth = 16,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static Dictionary<string, string> VersionsHere() => new()
    {
        ["hacklab"] = typeof(PackManifest)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        ["dotnet"] = RuntimeInformation.FrameworkDescription,
        ["system"] = RuntimeInformation.RuntimeIdentifier,
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static PackManifest Read(byte[] bytes, string where)
    {
        if (bytes.Length > MostBytes) throw Wrong(Words.Of($"at most {MostBytes:N0} bytes"), Words.Of($"{bytes.Length:N0}"));
        try
        {
            PackManifest manifest = JsonSerializer.Deserialize<PackManifest>(bytes, Json) ?? throw Wrong("an object", "null");
            if (manifest.Format != CurrentFormat) throw Wrong($"the format {CurrentFormat}", IdCheck.Shown(manifest.Format));
            if (manifest.Files.Any(file => file is null)) throw Wrong("a list of files", "null in it");
            return manifest;
        }
        // Text that is no Unicode and names of enumerations that do not exist come as the second kind.
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            throw Wrong("a manifest as the submit cell writes it", e.Message.TrimEnd('.'), e);
        }

        DataFormatException Wrong(string expected, string found, Exception? inner = null) =>
            new(where, expected, found, "Make the pack again with the submit cell.", column: FileName, inner: inner);
    }
}

/// <summary>The rows that predictions are for.</summary>
internal sealed record PackedEvaluation(string Sha256, int Rows);
