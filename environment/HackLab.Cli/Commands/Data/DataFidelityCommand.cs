using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;
using HackLab.Data;

namespace HackLab.Cli.Commands.Data;

/// <summary><c>hacklab data fidelity</c>: simulated against real data, number by number.</summary>
internal static class DataFidelityCommand
{
    private static readonly Option<string> Real =
        new("--real") { Description = "The folder of real data.", HelpName = "folder", Required = true };
    private static readonly Option<string?> Json =
        new("--json") { Description = "Also write the numbers here, as JSON.", HelpName = "file" };
    private static readonly Option<string?> Output =
        new("--output") { Description = "Where the page goes. Default: datasets/fidelity.md.", HelpName = "file" };
    private static readonly Option<string[]> Only =
        new("--only") { Description = "Only this data set; may be repeated. Without --output the page is then not written.",
            HelpName = "name" };

    private static readonly Option<bool> Check = new("--check") { Description = "Fail where a limit is passed." };

    public static Command Create()
    {
        var command =
            new Command("fidelity", "Compares what the simulators make with real data, and writes datasets/fidelity.md.")
                { Real, Json, Output, Only, Check };
        command.SetDataAction(parsed => Task.FromResult(Run(parsed)));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string real = Path.GetFullPath(parsed.GetValue(Real)!);
        if (!Directory.Exists(real)) throw new UsageException($"{real}: there is no such folder.");
        string[] only = parsed.GetValue(Only) ?? [];
        string? page = parsed.GetValue(Output) ?? (only.Length > 0 ? null : Path.Combine(DatasetsFolder.Find(), "fidelity.md"));
        if (only.FirstOrDefault(name => !Datasets.All.Any(one => one.Id == name)) is { } unknown)
            throw new UsageException(
                $"{unknown}: nothing simulates that; there are {string.Join(", ", Datasets.All.Select(one => one.Id))}.");
        using var stop = new CancellationTokenSource();
        HackLab.Jupyter.Lifetime.InterruptSignal.Heed();
        using PosixSignalRegistration interrupted =
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => { signal.Cancel = true; stop.Cancel(); });
        try
        {
            return Run(Datasets.All.Where(one => only.Length == 0 || only.Contains(one.Id)), real, page, parsed.GetValue(Json),
                parsed.GetValue(Check), stop.Token);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped; nothing was written.");
            return ExitCode.Stopped;
        }
    }

    internal static int Run(IEnumerable<IDataset> datasets, string real, string? page, string? json, bool check,
        CancellationToken cancellation)
    {
        var rows = new List<FidelityRow>();
        foreach (IDataset dataset in datasets)
        {
            List<FidelityRow> own = [.. dataset.CompareWithReal(real, cancellation)];
            if (own.Count == 0)
                own.Add(new FidelityRow(dataset.Id, "everything", null, null, null, null,
                    "there is nothing of it in the folder of real data"));
            rows.AddRange(own);
            Console.WriteLine(
                $"{dataset.Id}: {own.Count(row => row.Holds == true)} within their limit, {own.Count(row => row.Holds == false)} beyond it, "
                + $"{own.Count(row => row.Difference is null)} not compared");
            foreach (string summary in FidelityReport.Summaries(own)) Console.WriteLine($"  {summary}");
        }
        if (page is not null) AtomicFile.Write(page, FidelityReport.Make(rows));
        if (json is not null) AtomicFile.Write(json, ToJson(rows) + "\n");
        return check && rows.Any(row => row.Holds == false) ? ExitCode.Failed : ExitCode.Ok;
    }

    internal static string ToJson(IEnumerable<FidelityRow> rows) =>
        NotebookJson.Write(new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject
    {
        ["dataset"] = row.Dataset,
        ["quantity"] = row.Quantity,
        ["group"] = row.Group.Length > 0 ? row.Group : null,
        ["simulated"] = Number(row.Simulated),
        ["real"] = Number(row.Real),
        ["difference"] = Number(row.Difference),
        ["limit"] = Number(row.Limit),
        ["holds"] = row.Holds,
        ["note"] = row.Note,
    })]));

    // JSON has no NaN and no infinity.
    private static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number)
        : null;
}
