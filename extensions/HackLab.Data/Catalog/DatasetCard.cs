using System.Globalization;
using System.Text;

namespace HackLab.Data.Catalog;

/// <summary>
/// The page <c>datasets/&lt;id&gt;.md</c> that people read: the catalogue's entry, then how the data are simulated here, if they
/// are. Nothing in it is typed twice.
/// </summary>
public static class DatasetCard
{
    /// <summary>The card as Markdown, lines ended by <c>\n</c>.</summary>
    /// <param name="entry">The data set.</param>
    /// <param name="simulated">What simulates it; null if nothing does.</param>
    public static string Make(CatalogEntry entry, IDataset? simulated = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            # {entry.Title}

            {entry.Description}

            Made by `hacklab data cards` from [catalog/{entry.Id}.json](catalog/{entry.Id}.json); do not edit by hand.

            | | |
            |---|---|
            | name | `{entry.Id}` |
            | licence | {string.Join("<br>", entry.Licences.Select(Licence))} |
            | made by | {string.Join(", ", entry.Creators)} |
            | published | {entry.Published}, [page]({entry.Page}){(entry.IsLive ? "; its publisher changes it now and then" : "")} |
            | cite | {entry.Citation} |

            ## Files


            """);
        Table(card, ["file", "bytes", "sha256", "where", "what it is"], entry.Files.Select(File));
        foreach (CatalogFileSet set in entry.FileSets)
            card.Append(CultureInfo.InvariantCulture, $"\n`{set.Includes}` in {set.Archive}: {set.Description}\n");
        foreach (CatalogRecordSet set in entry.RecordSets) RecordSet(card, set);
        string simulation = simulated?.SimulationCard().Trim() ?? "Not simulated here: lessons that use it load the real files.";
        card.Append('\n').Append(simulation).Append('\n');
        return card.ToString().ReplaceLineEndings("\n");
    }

    private static string Licence(CatalogLicence licence)
    {
        string name = licence.Address is { } address ? $"[{licence.Name}]({address})" : licence.Name;
        return licence.Note.Length == 0 ? name : $"{name}. {licence.Note}";
    }

    private static string[] File(CatalogFile file) =>
    [
        $"`{file.Name}`",
        file.Bytes?.ToString("N0", CultureInfo.InvariantCulture) ?? "not published",
        file.Sha256 is { } sha256 ? $"`{sha256}`" : "not published",
        file.Addresses.Count > 0
            ? string.Join(", ", file.Addresses.Select((address, i) => $"[{(i == 0 ? address.Host : $"mirror {i}")}]({address})"))
            : $"by hand, from [this page]({file.Page}). {file.ByHand}",
        file.Description,
    ];

    private static void RecordSet(StringBuilder card, CatalogRecordSet set)
    {
        card.Append(CultureInfo.InvariantCulture, $"\n## Records: {set.Id}\n\n{set.Description}\n\n");
        if (set.Values.Count > 0)
            Table(card, ["number", "name"],
                set.Values.Select((name, i) => new[] { i.ToString(CultureInfo.InvariantCulture), name }));
        else Table(card, ["field", "type", "unit", "what it is"], set.Fields.Select(Field));
    }

    private static string[] Field(CatalogField field)
    {
        string type =
            string.Join(", ", field.DataTypes.Where(one => one != "cr:Label").Select(one => one[(one.IndexOf(':') + 1)..]));
        return [field.Name + (field.IsLabel ? " (to find)" : ""), field.IsList ? $"list of {type}" : type, field.Unit,
            field.Description];
    }

    private static void Table(StringBuilder card, string[] heads, IEnumerable<string[]> rows)
    {
        Row(heads);
        Row([.. heads.Select(_ => "---")]);
        foreach (string[] row in rows) Row(row);

        void Row(string[] cells) =>
            card.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
                .Append(" |\n");
    }
}
