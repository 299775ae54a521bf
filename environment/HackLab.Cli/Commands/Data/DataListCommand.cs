using System.CommandLine;
using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;
using HackLab.Data.Catalog;
using HackLab.Data.Download;
using Spectre.Console;

namespace HackLab.Cli.Commands.Data;

/// <summary><c>hacklab data list</c>: what exists, how large it is, under which licence, and what of it is here.</summary>
internal static class DataListCommand
{
    private static readonly Option<bool> Json = DataCommand.Json();

    public static Command Create()
    {
        var command = new Command("list", "Lists the data sets: size, licence, and what of them is here.") { Json };
        command.SetDataAction(parsed => Task.FromResult(Run(parsed.GetValue(Json))));
        return command;
    }

    private static int Run(bool json)
    {
        if (json)
        {
            Console.WriteLine(
                NotebookJson.Write(new JsonArray([.. DatasetCatalog.All.Select(entry => (JsonNode)ToJson(entry))])));
            return ExitCode.Ok;
        }
        var table = new Table().Border(TableBorder.Simple).AddColumns("name", "what it is", "files", "size", "licence", "here");
        foreach (CatalogEntry entry in DatasetCatalog.All)
        {
            string size = Entries.Size(entry.Files), here = Here(entry);
            table.AddRow(Markup.Escape(entry.Id), Markup.Escape(entry.Title), $"{entry.Files.Count}", size,
                Markup.Escape(entry.LicenceText), Markup.Escape(here));
        }
        Screen.Create().Write(table);
        Console.WriteLine($"Cache: {DataCache.Folder}. Details: hacklab data show NAME. Download: hacklab data fetch NAME.");
        return ExitCode.Ok;
    }

    private static string Here(CatalogEntry entry)
    {
        IReadOnlyList<CachedItem> items = CatalogCache.Of(entry);
        string sample = Entries.Simulated(entry) is { Samples.Count: > 0 } ? "sample, simulator" : "";
        string files = items.Count == 0 ? ""
            : $"{items.Count(item => item.Kind == CachedKind.File)} files, {Entries.Bytes(items.Sum(item => item.Bytes))}";
        return string.Join("; ", new[] { sample, files }.Where(text => text.Length > 0));
    }

    private static JsonObject ToJson(CatalogEntry entry)
    {
        IReadOnlyList<CachedItem> items = CatalogCache.Of(entry);
        return new JsonObject
        {
            ["name"] = entry.Id,
            ["title"] = entry.Title,
            ["licence"] = entry.LicenceText,
            ["files"] = new JsonArray([.. entry.Files.Select(file => (JsonNode)new JsonObject
            {
                ["name"] = file.Name,
                ["bytes"] = file.Bytes,
                ["sha256"] = file.Sha256,
                ["byHand"] = file.Addresses.Count == 0,
                ["cached"] = items.FirstOrDefault(item => item.Kind == CachedKind.File && item.File == file)?.Path,
            })]),
            ["simulated"] = Entries.Simulated(entry) is not null,
            ["cachedBytes"] = items.Sum(item => item.Bytes),
        };
    }
}
