using System.Globalization;
using HackLab.Data;
using HackLab.Data.Catalog;

namespace HackLab.Cli.Commands.Data;

/// <summary>Entries and files as they are named on the command line, and sizes in words.</summary>
internal static class Entries
{
    /// <summary>The entries named; all of them if none is.</summary>
    /// <exception cref="UsageException">The catalogue has no such entry.</exception>
    public static IReadOnlyList<CatalogEntry> Named(IReadOnlyCollection<string>? ids) =>
        ids is null or { Count: 0 } ? DatasetCatalog.All : [.. ids.Select(One)];

    /// <summary>The entry of that name.</summary>
    /// <exception cref="UsageException">The catalogue has none.</exception>
    public static CatalogEntry One(string id) => DatasetCatalog.Ids.Contains(id) ? DatasetCatalog.Entry(id)
        : throw new UsageException($"{id}: the catalogue has no such data set; it has {string.Join(", ", DatasetCatalog.Ids)}.");

    /// <summary>What simulates the data set; null if nothing does.</summary>
    public static IDataset? Simulated(CatalogEntry entry) => Datasets.All.FirstOrDefault(dataset => dataset.Id == entry.Id);

    /// <summary>The files named; all of the entry if none is.</summary>
    /// <exception cref="UsageException">The entry has no such file.</exception>
    public static IReadOnlyList<CatalogFile> Files(CatalogEntry entry, IReadOnlyCollection<string>? names)
    {
        if (names is null or { Count: 0 }) return entry.Files;
        return [.. names.Select(name => entry.Files.FirstOrDefault(file => file.Name == name)
            ?? throw new UsageException(
                $"{name}: {entry.Id} has no such file; it has {string.Join(", ", entry.Files.Select(file => file.Name))}."))];
    }

    /// <summary>Three significant digits and a unit: <c>2.82 GB</c>.</summary>
    public static string Bytes(double bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB"];
        int unit = 0;
        for (; bytes >= 999.5 && unit < units.Length - 1; unit++) bytes /= 1000;
        return bytes.ToString(unit == 0 || bytes >= 99.95 ? "0" : bytes >= 9.995 ? "0.0" : "0.00",
            CultureInfo.InvariantCulture) + " " + units[unit];
    }

    /// <summary>All files' size in words; says where it is not known whole.</summary>
    public static string Size(IReadOnlyCollection<CatalogFile> files)
    {
        long known = files.Sum(file => file.Bytes ?? 0);
        bool all = files.All(file => file.Bytes is not null);
        return all ? Bytes(known) : known == 0 ? "not published" : $"{Bytes(known)} and more";
    }
}
