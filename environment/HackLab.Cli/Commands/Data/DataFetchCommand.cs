using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;
using HackLab.Data.Catalog;
using HackLab.Data.Download;

namespace HackLab.Cli.Commands.Data;

/// <summary>
/// <c>hacklab data fetch</c>: downloads files, says what it will cost before, and whether they are right after.
/// </summary>
internal static class DataFetchCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The data set." };
    private static readonly Argument<string[]> FileNames =
        new("file") { Description = "Files of it; without: all.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> From =
        new("--from") { Description = "Take it from here: an address, a file, or a folder (a memory stick, say). Verified all the same.", HelpName = "place" };
    private static readonly Option<bool> Yes = DataCommand.Yes("Do not ask before downloading."), Json = DataCommand.Json();

    public static Command Create()
    {
        var command =
            new Command("fetch", "Downloads a data set's files into the cache, and verifies them. Goes on where it was stopped.")
                { Name, FileNames, From, Yes, Json };
        command.SetDataAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        CatalogEntry entry = Entries.One(parsed.GetValue(Name)!);
        IReadOnlyList<CatalogFile> files = Entries.Files(entry, parsed.GetValue(FileNames));
        string? from = parsed.GetValue(From);
        if (from is not null && files.Count > 1 && !Directory.Exists(from))
            throw new UsageException("--from: with one address or file, name the one file that it is.");
        TextWriter words = parsed.GetValue(Json) ? Console.Error : Console.Out;   // with --json only JSON goes to the output
        CatalogFile[] missing =
            [.. files.Where(file => !CatalogCache.Of(entry).Any(item => item.Kind == CachedKind.File && item.File == file))];
        CatalogFile[] toLoad = [.. missing.Where(file => from is not null || file.Addresses.Count > 0)];
        if (toLoad.Length > 0)
        {
            words.WriteLine($"{entry.Title}\nLicence: {entry.LicenceText}. Cite: {entry.Citation}");
            foreach (CatalogFile file in toLoad)
                words.WriteLine($"  {file.Name}: {Size(file)} from {from ?? file.Addresses[0].Host}");
            words.WriteLine($"Into {DataCache.FolderOf(entry.Id)}");
            if (!parsed.GetValue(Yes) && !DataCommand.Ask($"Download {Entries.Size(toLoad)}?")) return ExitCode.Ok;
        }
        using var stop = new CancellationTokenSource();
        HackLab.Jupyter.Lifetime.InterruptSignal.Heed();
        using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var results = new JsonArray();
        int code = ExitCode.Ok;
        foreach (CatalogFile file in files)
        {
            try
            {
                FetchedFile fetched =
                    await FetchProgress.ShowAsync(words, options => CatalogFiles.FetchAsync(entry, file, options, from),
                        stop.Token);
                words.WriteLine(fetched.ToString());
                results.Add(ToJson(file, fetched));
            }
            catch (DownloadException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                results.Add(new JsonObject { ["name"] = file.Name, ["error"] = e.Message });
                code = ExitCode.Failed;
            }
            catch (OperationCanceledException)
            {
                await Console.Error.WriteLineAsync("Stopped. What came is kept; the same command goes on from there.");
                code = ExitCode.Stopped;
                break;
            }
        }
        if (parsed.GetValue(Json)) Console.WriteLine(NotebookJson.Write(results));
        return code;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;   // the part is still to be written
            stop.Cancel();
        }
    }

    private static string Size(CatalogFile file) => file.Bytes is { } bytes ? Entries.Bytes(bytes) : "size not published";

    private static JsonObject ToJson(CatalogFile file, FetchedFile fetched) => new()
    {
        ["name"] = file.Name,
        ["path"] = fetched.Path,
        ["bytes"] = fetched.Bytes,
        ["sha256"] = fetched.Sha256,
        ["verified"] = fetched.Verified,
        ["fromCache"] = fetched.FromCache,
        ["from"] = fetched.From,
    };
}
