using System.Reflection;

namespace HackLab.Data.Catalog;

/// <summary>All entries of the catalogue; they come with the library.</summary>
public static class DatasetCatalog
{
    private const string Prefix = "catalog/";
    private static readonly Assembly Library = typeof(DatasetCatalog).Assembly;

    /// <summary>The names of all entries, in alphabetical order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Library.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".json".Length]).Order(StringComparer.Ordinal),
    ];

    private static readonly Lazy<IReadOnlyList<CatalogEntry>> Read =
        new(() => [.. Ids.Select(id => CroissantReader.Read(Open(id), FileName(id)))]);

    /// <summary>All entries, in alphabetical order.</summary>
    public static IReadOnlyList<CatalogEntry> All => Read.Value;

    /// <summary>An entry by its name.</summary>
    /// <param name="id">Its name: <c>higgs</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message names those that exist.</exception>
    /// <example><code>DatasetCatalog.Entry("higgs").Citation</code></example>
    public static CatalogEntry Entry(string id) =>
        All.FirstOrDefault(entry => entry.Id == id)
        ?? throw new ArgumentException($"The catalogue has no '{id}'; it has {string.Join(", ", Ids)}.", nameof(id));

    /// <summary>An entry's JSON.</summary>
    /// <exception cref="ArgumentException">There is none; the message names those that exist.</exception>
    public static string Json(string id)
    {
        using var reader = new StreamReader(Open(Entry(id).Id));
        return reader.ReadToEnd();
    }

    private static string FileName(string id) => $"datasets/{Prefix}{id}.json";

    private static Stream Open(string id) => Library.GetManifestResourceStream($"{Prefix}{id}.json")!;
}
