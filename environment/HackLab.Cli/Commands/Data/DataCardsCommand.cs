using System.CommandLine;
using HackLab.Data;
using HackLab.Data.Catalog;

namespace HackLab.Cli.Commands.Data;

/// <summary><c>hacklab data cards</c>: writes <c>datasets/&lt;id&gt;.md</c> from the catalogue and the samples.</summary>
internal static class DataCardsCommand
{
    private static readonly Option<bool> Check =
        new("--check") { Description = "Write nothing; fail if a card is not up to date." };

    public static Command Create()
    {
        var command = new Command("cards", "Writes the card of each data set, datasets/<name>.md, and says which changed.")
            { Check };
        command.SetDataAction(parsed => Task.FromResult(Run(parsed.GetValue(Check), DatasetsFolder.Find())));
        return command;
    }

    internal static int Run(bool check, string folder)
    {
        bool changed = false;
        foreach (CatalogEntry entry in DatasetCatalog.All)
        {
            IDataset? simulated = Entries.Simulated(entry);
            if (simulated?.Samples.FirstOrDefault(sample => sample.StoredBytes == 0) is { } absent)
            {
                Console.WriteLine(
                    $"{entry.Id}.md: the library was built without {absent.Path}; run: hacklab data samples, and build again");
                changed = true;
                continue;
            }
            string path = Path.Combine(folder, entry.Id + ".md"), card = DatasetCard.Make(entry, simulated);
            bool same = File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == card;
            changed |= !same;
            if (!same && !check) AtomicFile.Write(path, card);
            Console.WriteLine($"{entry.Id}.md: {(same ? "unchanged" : check ? "NOT up to date" : "written anew")}");
        }
        return changed && check ? ExitCode.Failed : ExitCode.Ok;
    }
}
