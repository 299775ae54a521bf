using System.Globalization;
using System.Text.Json;

namespace HackLab.Data.Catalog;

/// <summary>
/// Reads an entry. It expects the short names that the entry's context defines, as all entries here have them; two of those are
/// not Croissant's: <c>mirror</c> (further addresses of the same bytes) and <c>byHand</c> (what people do where there is no
/// address to fetch from). Units are schema.org's <c>unitText</c>, which Croissant 1.0 leaves open.
/// </summary>
internal static class CroissantReader
{
    internal static CatalogEntry Read(Stream json, string name)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Entry(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataFormatException(name, "an entry in the Croissant format", e.Message.TrimEnd('.'), "Correct the entry.",
                inner: e);
        }
    }

    private static CatalogEntry Entry(JsonElement root)
    {
        JsonElement[] distribution = [.. Many(root, "distribution")];
        return new CatalogEntry
        {
            Id = Text(root, "name"),
            Title = Text(root, "alternateName"),
            Description = Text(root, "description"),
            Page = new Uri(Text(root, "url")),
            Licences = [.. Many(root, "license").Select(Licence)],
            Citation = Text(root, "citeAs"),
            Creators = [.. Many(root, "creator").Select(creator => Text(creator, "name"))],
            Published = Text(root, "datePublished"),
            IsLive = root.TryGetProperty("isLiveDataset", out JsonElement live) && live.GetBoolean(),
            Files = [.. distribution.Where(one => Text(one, "@type") == "cr:FileObject").Select(File)],
            FileSets = [.. distribution.Where(one => Text(one, "@type") == "cr:FileSet").Select(FileSet)],
            RecordSets = [.. Many(root, "recordSet").Select(RecordSet)],
        };
    }

    private static CatalogLicence Licence(JsonElement licence) =>
        new(Text(licence, "name"), Address(licence, "url"), Optional(licence, "description") ?? "");

    private static CatalogFile File(JsonElement file)
    {
        Uri? first = Address(file, "contentUrl");
        Uri[] mirrors = [.. Many(file, "mirror").Select(mirror => new Uri(mirror.GetString()!))];
        return new CatalogFile(
            Text(file, "@id"), Text(file, "name"), Optional(file, "description") ?? "", Text(file, "encodingFormat"),
            first is null ? mirrors : [first, .. mirrors], Address(file, "url"), Optional(file, "byHand") ?? "",
            Optional(file, "contentSize") is { } size ? Bytes(size) : null, Optional(file, "sha256"));
    }

    private static long Bytes(string size) =>
        long.Parse(size.EndsWith(" B", StringComparison.Ordinal) ? size[..^2] : size, NumberStyles.None,
            CultureInfo.InvariantCulture);

    private static CatalogFileSet FileSet(JsonElement set) =>
        new(Text(set, "@id"), Text(set, "description"), Text(set.GetProperty("containedIn"), "@id"), Text(set, "includes"));

    private static CatalogRecordSet RecordSet(JsonElement set)
    {
        string id = Text(set, "@id");
        return new CatalogRecordSet(
            id, Text(set, "description"), [.. Many(set, "field").Select(Field)],
            [.. Many(set, "data").OrderBy(value => value.GetProperty($"{id}/number").GetInt32())
                .Select(value => Text(value, $"{id}/name"))]);
    }

    private static CatalogField Field(JsonElement field) => new(
        Text(field, "name"), Text(field, "description"), [.. Many(field, "dataType").Select(type => type.GetString()!)],
        Optional(field, "unitText") ?? "", field.TryGetProperty("repeated", out JsonElement repeated) && repeated.GetBoolean());

    // In JSON-LD one value may stand for a list of one.
    private static IEnumerable<JsonElement> Many(JsonElement element, string name) =>
        !element.TryGetProperty(name, out JsonElement value) ? [] : value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray() : [value];

    private static string Text(JsonElement element, string name) =>
        Optional(element, name) ?? throw new KeyNotFoundException($"nothing called '{name}' in {Shown(element)}");

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static Uri? Address(JsonElement element, string name) => Optional(element, name) is { } text ? new Uri(text) : null;

    private static string Shown(JsonElement element)
    {
        string text = element.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= 60 ? text : text[..59] + "…";
    }
}
