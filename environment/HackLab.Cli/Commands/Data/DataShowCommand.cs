using System.CommandLine;
using HackLab.Data.Catalog;

namespace HackLab.Cli.Commands.Data;

/// <summary><c>hacklab data show</c>: a data set's card, or its catalogue entry.</summary>
internal static class DataShowCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The data set." };
    private static readonly Option<bool> Json =
        new("--json") { Description = "Print the catalogue's entry (Croissant JSON-LD)." };

    public static Command Create()
    {
        var command =
            new Command("show", "Shows a data set's card: files, licence, citation, fields, and how it is simulated here.")
                { Name, Json };
        command.SetDataAction(parsed => Task.FromResult(Run(parsed.GetValue(Name)!, parsed.GetValue(Json))));
        return command;
    }

    private static int Run(string name, bool json)
    {
        CatalogEntry entry = Entries.One(name);
        Console.Write(json ? DatasetCatalog.Json(entry.Id) : DatasetCard.Make(entry, Entries.Simulated(entry)));
        if (json) return ExitCode.Ok;
        foreach (CachedItem item in CatalogCache.Of(entry))
            Console.WriteLine(
                $"Here: {item.Path} ({Entries.Bytes(item.Bytes)}{(item.Kind == CachedKind.Part ? ", not whole yet" : "")})");
        return ExitCode.Ok;
    }
}
