namespace HackLab.Data.Catalog;

/// <summary>
/// A data set as its publishers describe it: <c>datasets/catalog/&lt;id&gt;.json</c>, in the Croissant format 1.0 of MLCommons
/// (http://mlcommons.org/croissant/1.0).
/// </summary>
public sealed record CatalogEntry
{
    /// <summary>Its name here: <c>higgs</c>.</summary>
    public required string Id { get; init; }

    /// <summary>A title for people.</summary>
    public required string Title { get; init; }

    /// <summary>What it is, in a few sentences.</summary>
    public required string Description { get; init; }

    /// <summary>Its page.</summary>
    public required Uri Page { get; init; }

    /// <summary>Under which licence it may be used; several where parts differ.</summary>
    public required IReadOnlyList<CatalogLicence> Licences { get; init; }

    /// <summary>What to cite.</summary>
    public required string Citation { get; init; }

    /// <summary>Who made it.</summary>
    public required IReadOnlyList<string> Creators { get; init; }

    /// <summary>When it was published, as exactly as known: <c>2014-02-11</c>, <c>2024</c>.</summary>
    public required string Published { get; init; }

    /// <summary>Whether its publisher changes it, so that no hash can be given.</summary>
    public bool IsLive { get; init; }

    /// <summary>Its files.</summary>
    public required IReadOnlyList<CatalogFile> Files { get; init; }

    /// <summary>Its groups of files that lie in archives.</summary>
    public required IReadOnlyList<CatalogFileSet> FileSets { get; init; }

    /// <summary>Its tables, with their fields.</summary>
    public required IReadOnlyList<CatalogRecordSet> RecordSets { get; init; }

    /// <summary>The licences in one line.</summary>
    public string LicenceText => string.Join("; ", Licences.Select(licence => licence.Name).Distinct());

    /// <summary>A file by its name.</summary>
    /// <exception cref="ArgumentException">There is none; the message names those that exist.</exception>
    public CatalogFile File(string name) =>
        Files.FirstOrDefault(file => file.Name == name || file.Id == name)
        ?? throw new ArgumentException($"{Id} has no file '{name}'; it has {string.Join(", ", Files.Select(file => file.Name))}.",
            nameof(name));

    /// <summary>A table by its name.</summary>
    /// <exception cref="ArgumentException">There is none; the message names those that exist.</exception>
    public CatalogRecordSet RecordSet(string name) =>
        RecordSets.FirstOrDefault(set => set.Id == name)
        ?? throw new ArgumentException(
            $"{Id} has no record set '{name}'; it has {string.Join(", ", RecordSets.Select(set => set.Id))}.", nameof(name));
}

/// <summary>A licence.</summary>
/// <param name="Name">Its short name: <c>CC BY 4.0</c>; <c>none stated</c> where there is none.</param>
/// <param name="Address">Its text; null if there is none.</param>
/// <param name="Note">What it covers, or what to do; may be empty.</param>
public sealed record CatalogLicence(string Name, Uri? Address, string Note);

/// <summary>A file of a data set.</summary>
/// <param name="Id">Its name within the entry.</param>
/// <param name="Name">Its name as downloaded.</param>
/// <param name="Description">What it holds.</param>
/// <param name="EncodingFormat">Its MIME type.</param>
/// <param name="Addresses">Where it can be fetched, best first; empty if only people can download it.</param>
/// <param name="Page">The page that hands it out, if it has one.</param>
/// <param name="ByHand">What people do to download it; empty if it can be fetched.</param>
/// <param name="Bytes">Its size; null if not published.</param>
/// <param name="Sha256">Its SHA-256; null if not published.</param>
public sealed record CatalogFile(
    string Id, string Name, string Description, string EncodingFormat, IReadOnlyList<Uri> Addresses, Uri? Page, string ByHand, long? Bytes, string? Sha256);

/// <summary>Files of one kind in an archive.</summary>
/// <param name="Id">Its name within the entry.</param>
/// <param name="Description">What each file holds.</param>
/// <param name="Archive">The <see cref="CatalogFile.Id"/> of the archive.</param>
/// <param name="Includes">A pattern for the paths within it; <c>*</c> stands for any characters.</param>
public sealed record CatalogFileSet(string Id, string Description, string Archive, string Includes);

/// <summary>A table of a data set.</summary>
/// <param name="Id">Its name within the entry.</param>
/// <param name="Description">What a record is.</param>
/// <param name="Fields">Its fields in their order.</param>
/// <param name="Values">The names of an enumeration's values, in the order of their numbers; empty for all other tables.</param>
public sealed record CatalogRecordSet(string Id, string Description, IReadOnlyList<CatalogField> Fields,
    IReadOnlyList<string> Values);

/// <summary>A field of a table.</summary>
/// <param name="Name">Its name, as in the loaders.</param>
/// <param name="Description">What a value means.</param>
/// <param name="DataTypes">
/// Its types: <c>sc:Float</c>, <c>sc:Integer</c>, <c>sc:Text</c>, <c>sc:ImageObject</c>, and <c>cr:Label</c> for what is to be
/// found.
/// </param>
/// <param name="Unit">Its unit; empty if it has none.</param>
/// <param name="IsList">Whether a record has many values of it.</param>
public sealed record CatalogField(string Name, string Description, IReadOnlyList<string> DataTypes, string Unit, bool IsList)
{
    /// <summary>Whether it is what a model is to find.</summary>
    public bool IsLabel => DataTypes.Contains("cr:Label");
}
