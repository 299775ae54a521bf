using System.Text.Json;
using System.Text.RegularExpressions;

namespace HackLab.Tests.Data.Catalog;

/// <summary>What a value may be.</summary>
internal enum Range
{
    Text, Address, Bool, Hash, Size, Mime, Date, DataType, Regex, FileProperty, Context, Json,

    /// <summary>A node of the classes named.</summary>
    Node,

    /// <summary>Only the <c>@id</c> of a node of the classes named.</summary>
    Reference,
}

/// <summary>A property of a class in the specification.</summary>
internal sealed record Property(string Name, Range Range, bool Required = false, bool Many = false, params string[] Classes);

/// <summary>
/// The vocabulary of Croissant 1.0 (http://mlcommons.org/croissant/1.0: the tables of each class and the context of appendix 1),
/// as far as this catalogue uses it, with schema.org's properties that it builds on and the two terms of our own. Whatever is not
/// listed is unknown, and an error.
/// </summary>
internal static partial class CroissantVocabulary
{
    private static readonly Dictionary<string, string> Terms = new()
    {
        ["@language"] = "en", ["@vocab"] = "https://schema.org/", ["sc"] = "https://schema.org/", ["cr"] =
            "http://mlcommons.org/croissant/",
        ["dct"] = "http://purl.org/dc/terms/", ["conformsTo"] = "dct:conformsTo", ["hl"] = "urn:hacklab:terms:", ["byHand"] =
            "hl:byHand", ["mirror"] = "hl:mirror",
        ["citeAs"] = "cr:citeAs", ["column"] = "cr:column", ["containedIn"] = "cr:containedIn", ["data"] =
            "cr:data", ["dataType"] = "cr:dataType",
        ["extract"] = "cr:extract", ["field"] = "cr:field", ["fileObject"] = "cr:fileObject", ["fileProperty"] =
            "cr:fileProperty", ["fileSet"] = "cr:fileSet",
        ["includes"] = "cr:includes", ["isLiveDataset"] = "cr:isLiveDataset", ["key"] = "cr:key", ["recordSet"] =
            "cr:recordSet", ["references"] = "cr:references",
        ["regex"] = "cr:regex", ["repeated"] = "cr:repeated", ["source"] = "cr:source", ["transform"] = "cr:transform",
    };

    private static readonly string[] Atomic = ["sc:Boolean", "sc:Date", "sc:Float", "sc:Integer", "sc:Text", "sc:ImageObject"];
    private static readonly string[] Semantic = ["cr:Label", "cr:Split", "sc:Enumeration"];
    private static readonly string[] FileProperties = ["fullpath", "filename", "content", "lines", "lineNumbers"];

    // The last four have no @type in the entries: the property that holds them says what they are.
    private static readonly Dictionary<string, Property[]> Classes = new()
    {
        ["sc:Dataset"] =
        [
            new("@context", Range.Context, true), new("@id", Range.Text, true), new("conformsTo", Range.Address, true), new(
                "name", Range.Text, true), new("alternateName", Range.Text, true),
            new("description", Range.Text, true), new("url", Range.Address, true), new("license", Range.Node, true, true,
                "sc:CreativeWork"), new("citeAs", Range.Text, true),
            new("creator", Range.Node, true, true, "sc:Person", "sc:Organization"), new("datePublished", Range.Date, true), new(
                "version", Range.Text),
            new("keywords", Range.Text, false, true), new("isLiveDataset", Range.Bool), new("distribution", Range.Node, true,
                true, "cr:FileObject", "cr:FileSet"),
            new("recordSet", Range.Node, false, true, "cr:RecordSet"),
        ],
        ["cr:FileObject"] =
        [
            new("@id", Range.Text, true), new("name", Range.Text, true), new("description", Range.Text), new("contentUrl",
                Range.Address), new("url", Range.Address),
            new("mirror", Range.Address, false, true), new("byHand", Range.Text), new("contentSize", Range.Size), new(
                "encodingFormat", Range.Mime, true), new("sha256", Range.Hash),
            new("containedIn", Range.Reference, false, true, "cr:FileObject", "cr:FileSet"),
        ],
        ["cr:FileSet"] =
        [
            new("@id", Range.Text, true), new("name", Range.Text, true), new("description", Range.Text), new("encodingFormat",
                Range.Mime, true),
            new("containedIn", Range.Reference, true, true, "cr:FileObject", "cr:FileSet"), new("includes", Range.Text, true,
                true),
        ],
        ["cr:RecordSet"] =
        [
            new("@id", Range.Text, true), new("name", Range.Text, true), new("description", Range.Text), new("dataType",
                Range.DataType, false, true),
            new("key", Range.Reference, false, true, "cr:Field"), new("field", Range.Node, true, true, "cr:Field"), new("data",
                Range.Json, false, true),
        ],
        ["cr:Field"] =
        [
            new("@id", Range.Text, true), new("name", Range.Text, true), new("description", Range.Text, true), new("dataType",
                Range.DataType, true, true), new("unitText", Range.Text),
            new("repeated", Range.Bool), new("source", Range.Node, false, false, "DataSource"), new("references", Range.Reference,
                false, true, "cr:Field"),
        ],
        ["sc:Person"] = [new("name", Range.Text, true), new("url", Range.Address)],
        ["sc:Organization"] = [new("name", Range.Text, true), new("url", Range.Address)],
        ["sc:CreativeWork"] = [new("name", Range.Text, true), new("url", Range.Address), new("description", Range.Text)],
        ["DataSource"] =
        [
            new("fileObject", Range.Reference, false, false, "cr:FileObject"), new("fileSet", Range.Reference, false, false,
                "cr:FileSet"),
            new("extract", Range.Node, true, false, "Extract"), new("transform", Range.Node, false, true, "Transform"),
        ],
        ["Extract"] = [new("column", Range.Text), new("fileProperty", Range.FileProperty)],
        ["Transform"] = [new("regex", Range.Regex, true)],
    };

    /// <summary>What the specification gives the name in a context; null if it is no term.</summary>
    internal static string? Term(string name) => Terms.GetValueOrDefault(name);

    internal static Property[] Properties(string @class) => Classes[@class];

    internal static bool IsClass(string name) => Classes.ContainsKey(name);

    /// <summary>
    /// Null if the value is one of the range, else what it should be. Nodes and references are looked at elsewhere.
    /// </summary>
    internal static string? Wrong(Range range, JsonElement value)
    {
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        bool good = range switch
        {
            Range.Bool => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            Range.Context or Range.Json => value.ValueKind == JsonValueKind.Object,
            Range.Address => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https",
            Range.Hash => text is not null && HashText().IsMatch(text),
            Range.Size => text is not null && SizeText().IsMatch(text),
            Range.Mime => text is not null && MimeText().IsMatch(text),
            Range.Date => text is not null && DateText().IsMatch(text),
            Range.DataType => text is not null && (Atomic.Contains(text) || Semantic.Contains(text)),
            Range.FileProperty => text is not null && FileProperties.Contains(text),
            Range.Regex => text is not null && IsRegex(text),
            _ => !string.IsNullOrWhiteSpace(text),
        };
        return good ? null : $"should be a {range}, is {value.GetRawText()}";
    }

    internal static bool IsAtomic(string? type) => Atomic.Contains(type);

    private static bool IsRegex(string text)
    {
        try
        {
            _ = new Regex(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex HashText();

    [GeneratedRegex("^[1-9][0-9]* B$")]
    private static partial Regex SizeText();

    [GeneratedRegex("^[a-z]+/[a-z0-9.+-]+$")]
    private static partial Regex MimeText();

    [GeneratedRegex("^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
    private static partial Regex DateText();
}
