using System.Security.Cryptography;
using System.Text.Json;
using HackLab.Data;
using HackLab.Data.Archives;
using HackLab.Data.Hosting;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Reads a pack that may come from anybody: nothing in it is believed that is not checked, nothing is run, nothing is written to
/// disk.
/// </summary>
internal static class PackReader
{
    private const string Again = "Make the pack again with the submit cell, and hand it in as it is.";

    private const int MostRows = 20_000_000;

    /// <summary>Reads and checks a pack for one of these challenges.</summary>
    public static SubmissionPack Read(string path, IReadOnlyList<Challenge> known)
    {
        byte[] zip = Bytes(path);
        var unpacking = new MemoryUnpacking(path, NotebookHost.Token);
        Archive.Unpack(path, unpacking);
        Dictionary<string, byte[]> files = unpacking.Files();
        if (!files.TryGetValue(PackManifest.FileName, out byte[]? json))
            throw Wrong(path, $"a file {PackManifest.FileName}", "none");
        PackManifest manifest = PackManifest.Read(json, path);
        if (known.FirstOrDefault(one => one.Id == manifest.Challenge) is not { } challenge)
            throw Wrong(path, $"one of the challenges {string.Join(", ", known)}", IdCheck.Shown(manifest.Challenge));
        if (manifest.Card.Problems().Concat(challenge.Problems(manifest.Card)).FirstOrDefault() is { } problem) throw Wrong(path, "a card that says who and what", problem);
        if (!IsSha256(manifest.Evaluation.Sha256))
            throw Wrong(path, "the sha256 of the evaluation set", IdCheck.Shown(manifest.Evaluation.Sha256));
        if (manifest.Evaluation.Rows is < 1 or > MostRows)
            throw Wrong(path, Words.Of($"1 to {MostRows:N0} rows"), Words.Of($"{manifest.Evaluation.Rows:N0}"));
        CheckListing(path, files, manifest);
        string[] notebooks = [.. manifest.Files.Where(file => file.Role == PackedRole.Notebook).Select(file => file.Name)];
        if (notebooks.Length != 1) throw Wrong(path, "one notebook", Words.Of($"{notebooks.Length}"));
        CheckNotebook(files[notebooks[0]], path, notebooks[0]);
        PredictionContent[] contents = [.. challenge.Files.Select(format => Content(path, files, manifest, format))];
        var submission = new Submission(challenge, manifest.Card, contents, manifest.Evaluation.Sha256.ToLowerInvariant(),
            manifest.Evaluation.Rows);
        return new SubmissionPack(path, zip.Length, Hash(zip), manifest.Created, submission, manifest.Files, manifest.Versions);
    }

    /// <summary>Whether the bytes are a notebook: JSON with cells. It is never run here.</summary>
    public static void CheckNotebook(byte[] bytes, string where, string name)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 128 });
            if (json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("cells", out JsonElement cells)
                && cells.ValueKind == JsonValueKind.Array) return;
            throw Wrong(where, "a notebook with cells", "other JSON", name);
        }
        catch (JsonException e)
        {
            throw Wrong(where, "a notebook (.ipynb)", e.Message.TrimEnd('.'), name, e);
        }
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static PredictionContent Content(string path, Dictionary<string, byte[]> files, PackManifest manifest,
        PredictionFormat format)
    {
        string where = $"{path}, {format.FileName}";
        // Names differ in case between systems, and the same name written otherwise is no reason to lose a day's work.
        if (!files.TryGetValue(format.FileName, out byte[]? bytes))
        {
            string found = string.Join(", ", files.Keys.Order(StringComparer.Ordinal).Take(10).Select(IdCheck.Shown));
            throw Wrong(path, $"a file {format.FileName}", $"only {found}");
        }
        int rows = manifest.Evaluation.Rows;
        PredictionContent content = format.Read(bytes, where, rows);
        if (content is PredictionTable table && table.Rows != rows)
            throw Wrong(where, Words.Of($"{rows:N0} rows as the manifest says"), Words.Of($"{table.Rows:N0}"));
        // Whether these are the set's own ids, only the tutor's truth can tell.
        if (format.Problems(content, format.OwnIds(content, rows)) is [var problem, ..]) throw Wrong(where, "predictions that can be scored", problem);
        return content;
    }

    private static void CheckListing(string path, Dictionary<string, byte[]> files, PackManifest manifest)
    {
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { PackManifest.FileName };
        foreach (PackedFile file in manifest.Files)
        {
            if (!listed.Add(file.Name)) throw Wrong(path, "every file once in the manifest", $"{IdCheck.Shown(file.Name)} twice");
            if (!files.TryGetValue(file.Name, out byte[]? bytes))
                throw Wrong(path, $"the file {IdCheck.Shown(file.Name)} that the manifest lists", "none");
            if (bytes.Length != file.Bytes || !string.Equals(Hash(bytes), file.Sha256, StringComparison.OrdinalIgnoreCase))
                throw Wrong(path, $"{IdCheck.Shown(file.Name)} as the manifest has it ({file.Bytes} bytes)",
                    Words.Of($"other content ({bytes.Length} bytes)"));
        }
        if (files.Keys.FirstOrDefault(name => !listed.Contains(name)) is { } stranger)
            throw Wrong(path, "only files that the manifest lists", IdCheck.Shown(stranger));
    }

    private static byte[] Bytes(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        byte[] zip = HackLab.Data.Files.InputFile.Read(path, file => file.IsPacked
            ? throw file.Bad("a pack (.zip)", "a .gz", Again) : file.ReadRest(PackLimits.MostBytes, "pack"));
        if (!zip.AsSpan().StartsWith("PK"u8))
            throw Wrong(path, "a pack (.zip)", zip.Length == 0 ? "an empty file" : "something else");
        // The framework takes all headers into memory before it gives the first: a file of this size could hold a million of
        // them.
        int entries = zip.AsSpan().Count("PK\u0001\u0002"u8);
        if (entries > 4 * PackLimits.MostFiles)
            throw Wrong(path, Words.Of($"at most {PackLimits.MostFiles} files"), Words.Of($"{entries:N0}"));
        return zip;
    }

    private static bool IsSha256(string text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigit);

    private static DataFormatException Wrong(string where, string expected, string found, string column = "",
        Exception? inner = null) =>
        new(where, expected, found, Again, column: column, inner: inner);
}
