using System.CommandLine;
using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;
using HackLab.Data.Catalog;
using HackLab.Data.Download;

namespace HackLab.Cli.Commands.Data;

/// <summary><c>hacklab data verify</c>: reads every file of the cache anew.</summary>
internal static class DataVerifyCommand
{
    private static readonly Argument<string[]> Names =
        new("name") { Description = "Data sets; without: all.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Json = DataCommand.Json();

    public static Command Create()
    {
        var command = new Command("verify", "Reads the cache's files anew, and compares them with what was published.")
            { Names, Json };
        command.SetDataAction(parsed => Task.FromResult(Run(parsed.GetValue(Names), parsed.GetValue(Json))));
        return command;
    }

    private static int Run(string[]? names, bool json)
    {
        var results = new JsonArray();
        int code = ExitCode.Ok, count = 0;
        foreach (CatalogEntry entry in Entries.Named(names))
        {
            foreach (CatalogFile file in entry.Files)
            {
                var result = new JsonObject { ["dataset"] = entry.Id, ["name"] = file.Name };
                try
                {
                    if (CatalogCache.Verify(entry, file) is not { } found) continue;
                    (result["verdict"], result["sha256"], result["bytes"]) =
                        (found.Verified ? "verified" : "unchanged, not verified: no hash published", found.Sha256, found.Bytes);
                    if (!json) Console.WriteLine(found.ToString());
                }
                catch (DownloadException e)
                {
                    (result["verdict"], result["error"], code) = ("wrong", e.Message, ExitCode.Failed);
                    if (!json) Console.WriteLine(e.Message);
                }
                results.Add(result);
                count++;
            }
        }
        if (json) Console.WriteLine(NotebookJson.Write(results));
        else if (count == 0) Console.WriteLine($"There is nothing to verify in {DataCache.Folder}.");
        return code;
    }
}
