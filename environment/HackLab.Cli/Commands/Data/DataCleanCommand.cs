using System.CommandLine;
using HackLab.Data.Catalog;
using HackLab.Data.Download;

namespace HackLab.Cli.Commands.Data;

/// <summary><c>hacklab data clean</c>: removes files from the cache; says which before.</summary>
internal static class DataCleanCommand
{
    private static readonly Argument<string[]> Names =
        new("name") { Description = "Data sets; without: all.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Yes = DataCommand.Yes("Do not ask before removing.");

    public static Command Create()
    {
        var command = new Command("clean", "Removes data sets from the cache; says what that frees, and asks.") { Names, Yes };
        command.SetDataAction(parsed => Task.FromResult(Run(parsed.GetValue(Names), parsed.GetValue(Yes))));
        return command;
    }

    private static int Run(string[]? names, bool yes)
    {
        CachedItem[] items = [.. Entries.Named(names).SelectMany(CatalogCache.Of)];
        if (items.Length == 0)
        {
            Console.WriteLine($"There is nothing to remove in {DataCache.Folder}.");
            return ExitCode.Ok;
        }
        foreach (CachedItem item in items)
            Console.WriteLine(
                $"  {item.Path}: {Entries.Bytes(item.Bytes)}{(item.IsByHand ? ", put there by hand" : item.Kind == CachedKind.Part ? ", a part" : "")}");
        string bytes = Entries.Bytes(items.Sum(item => item.Bytes));
        if (!yes && !DataCommand.Ask($"Remove them and free {bytes}?")) return ExitCode.Ok;
        foreach (CachedItem item in items) CatalogCache.Remove(item);
        Console.WriteLine($"Freed {bytes}.");
        return ExitCode.Ok;
    }
}
