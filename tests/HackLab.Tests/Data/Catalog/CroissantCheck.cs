using System.Text.Json;

namespace HackLab.Tests.Data.Catalog;

/// <summary>Checks an entry against the vocabulary: every class, property, value and reference.</summary>
internal sealed class CroissantCheck
{
    private readonly List<string> _problems = [];
    private readonly Dictionary<string, string> _classOfId = [];
    private readonly List<(string Where, string Id, string[] Classes)> _references = [];

    /// <summary>Everything that is wrong; empty for a good entry.</summary>
    internal static IReadOnlyList<string> Problems(string json)
    {
        var check = new CroissantCheck();
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        check.Node("entry", root, ["sc:Dataset"]);
        if (root.TryGetProperty("@context", out JsonElement context)) check.Context(context);
        if (!root.TryGetProperty("conformsTo",
            out JsonElement conforms) || conforms.GetString() != "http://mlcommons.org/croissant/1.0")
            check._problems.Add("entry: does not conform to http://mlcommons.org/croissant/1.0");
        foreach ((string where, string id, string[] classes) in check._references)
        {
            if (!check._classOfId.TryGetValue(id, out string? found))
                check._problems.Add($"{where}: refers to '{id}', which does not exist");
            else if (!classes.Contains(found)) check._problems.Add(
                $"{where}: refers to '{id}', a {found} instead of a {string.Join(" or ", classes)}");
        }
        return check._problems;
    }

    private void Context(JsonElement context)
    {
        foreach (JsonProperty term in context.EnumerateObject())
        {
            string meaning = term.Value.ValueKind == JsonValueKind.String ? term.Value.GetString()!
                : term.Value.GetProperty("@id").GetString()!;
            if (CroissantVocabulary.Term(term.Name) is not { } known) _problems.Add($"context: '{term.Name}' is no term");
            else if (known != meaning) _problems.Add($"context: '{term.Name}' means {known}, not {meaning}");
        }
    }

    private void Node(string where, JsonElement node, string[] classes)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            _problems.Add($"{where}: should be a {string.Join(" or ", classes)}, is {node.GetRawText()}");
            return;
        }
        string? type = node.TryGetProperty("@type", out JsonElement given) ? given.GetString() : classes.Length == 1
            && !classes[0].Contains(':') ? classes[0] : null;
        if (type is null || !classes.Contains(type) || !CroissantVocabulary.IsClass(type))
        {
            _problems.Add($"{where}: should be a {string.Join(" or ", classes)}, is a '{type}'");
            return;
        }
        if (node.TryGetProperty("@id", out JsonElement id))
        {
            where = $"{type} {id}";
            if (!_classOfId.TryAdd(id.GetString()!, type)) _problems.Add($"{where}: the @id exists twice");
        }
        Property[] properties = CroissantVocabulary.Properties(type);
        foreach (
            Property missing in properties.Where(property => property.Required && !node.TryGetProperty(property.Name, out _)))
            _problems.Add($"{where}: has no '{missing.Name}'");
        foreach (JsonProperty used in node.EnumerateObject().Where(used => used.Name != "@type"))
        {
            if (properties.FirstOrDefault(one => one.Name == used.Name) is { } property) Values(where, used.Value, property);
            else _problems.Add($"{where}: '{used.Name}' is no property of a {type}");
        }
        Rules(where, node, type);
    }

    private void Values(string where, JsonElement value, Property property)
    {
        where = $"{where}, {property.Name}";
        bool isList = value.ValueKind == JsonValueKind.Array;
        if (isList && !property.Many) _problems.Add($"{where}: has many values where one is allowed");
        if (isList && value.GetArrayLength() == 0) _problems.Add($"{where}: is an empty list");
        foreach (JsonElement one in isList ? value.EnumerateArray() : Enumerable.Repeat(value, 1))
        {
            if (property.Range == Range.Node) Node(where, one, property.Classes);
            else if (property.Range == Range.Reference)
            {
                if (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("@id",
                    out JsonElement id) && one.EnumerateObject().Count() == 1)
                    _references.Add((where, id.GetString()!, property.Classes));
                else _problems.Add($"{where}: should be a reference, is {one.GetRawText()}");
            }
            else if (CroissantVocabulary.Wrong(property.Range, one) is { } wrong) _problems.Add($"{where}: {wrong}");
        }
    }

    // What the specification says in sentences, and what this catalogue asks of itself.
    private void Rules(string where, JsonElement node, string type)
    {
        switch (type)
        {
            case "cr:FileObject":
                bool fetched = node.TryGetProperty("contentUrl", out _), byHand = node.TryGetProperty("byHand", out _)
                    && node.TryGetProperty("url", out _);
                if (fetched == byHand) _problems.Add($"{where}: needs an address, or else a page and words for people");
                bool known = node.TryGetProperty("sha256", out _) && node.TryGetProperty("contentSize", out _);
                string words = node.TryGetProperty("description", out JsonElement text) ? text.GetString()! : "";
                if (!known && !(words.Contains("published", StringComparison.Ordinal) || words.Contains("not noted",
                    StringComparison.Ordinal)))
                    _problems.Add($"{where}: does not say that its size or hash is not known");
                break;
            case "cr:RecordSet":
                string id = node.GetProperty("@id").GetString()!;
                string[] fields =
                    [.. node.GetProperty("field").EnumerateArray().Select(field => field.GetProperty("@id").GetString()!)];
                foreach (string field in fields.Where(field => !field.StartsWith(id + "/", StringComparison.Ordinal)))
                    _problems.Add($"{where}: the field {field} should begin with {id}/");
                if (!node.TryGetProperty("data", out JsonElement data)) break;
                if (!node.TryGetProperty("key", out _)) _problems.Add($"{where}: an enumeration needs a key");
                foreach (JsonElement record in data.EnumerateArray()
                    .Where(record => !record.EnumerateObject().Select(value => value.Name).Order().SequenceEqual(fields.Order())))
                    _problems.Add($"{where}: the record {record.GetRawText()} has other fields");
                break;
            case "cr:Field":
                if (!Types(node).Any(CroissantVocabulary.IsAtomic)) _problems.Add($"{where}: needs an atomic type");
                if (node.GetProperty("@id")
                    .GetString() is { } path && node.TryGetProperty("name", out JsonElement name)
                        && !path.EndsWith("/" + name.GetString(), StringComparison.Ordinal))
                    _problems.Add($"{where}: its name is not the end of its @id");
                break;
            case "DataSource":
                if (node.TryGetProperty("fileObject", out _) == node.TryGetProperty("fileSet", out _))
                    _problems.Add($"{where}: needs one source");
                break;
            case "Extract":
                if (node.TryGetProperty("column", out _) == node.TryGetProperty("fileProperty", out _))
                    _problems.Add($"{where}: needs one way to extract");
                break;
        }
    }

    private static IEnumerable<string?> Types(JsonElement node) =>
        !node.TryGetProperty("dataType", out JsonElement type) ? [] : type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()];
}
