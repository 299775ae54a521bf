using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Running;

/// <summary>The report for programs: everything the table says and each cell's own seconds, as JSON.</summary>
internal static class RunReport
{
    public static string Write(IEnumerable<NotebookOutcome> outcomes, RunOptions options, DateTimeOffset started, TimeSpan elapsed)
    {
        var report = new JsonObject
        {
            ["format"] = "hacklab-run/1",
            ["versions"] = Versions(),
            ["started"] = started.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["scale"] = options.Scale ?? Environment.GetEnvironmentVariable("HACKLAB_SCALE"),
            ["timeout"] = options.CellTimeout?.TotalSeconds,
            ["parameters"] = new JsonObject(options.Parameters.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value))),
            ["seconds"] = Seconds(elapsed),
            ["status"] = outcomes.Any(one => one.IsFailure) ? "failed" : outcomes.Any(one => one.IsStopped) ? "stopped" : "ok",
            ["notebooks"] = new JsonArray([.. outcomes.Select(One)]),
        };
        return NotebookJson.Write(report) + "\n";
    }

    private static JsonObject Versions() => new()
    {
        ["hacklab"] = ProductVersion.Number,
        ["dotnet"] = RuntimeInformation.FrameworkDescription,
        ["compiler"] = typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly.GetName().Version!.ToString(3),
        ["system"] = RuntimeInformation.OSDescription,
        ["architecture"] = RuntimeInformation.OSArchitecture.ToString(),
        ["cores"] = Environment.ProcessorCount,
    };

    private static JsonObject One(NotebookOutcome notebook) => new()
    {
        ["name"] = notebook.Name,
        ["path"] = notebook.Path,
        ["status"] = notebook.Status,
        ["problem"] = notebook.Problem,
        ["cells"] = notebook.CellCount,
        ["codeCells"] = notebook.Cells.Count,
        ["run"] = notebook.Cells.Count(cell => cell.DidRun),
        ["skipped"] = notebook.Count(CellOutcomeKind.Skipped),
        ["failed"] = notebook.Cells.Count(cell => cell.IsFailure),
        ["notRun"] = notebook.Count(CellOutcomeKind.NotRun),
        ["seconds"] = Seconds(notebook.Elapsed),
        ["peakMemoryBytes"] = notebook.PeakBytes,
        ["executed"] = notebook.ExecutedPath,
        ["page"] = notebook.PagePath,
        ["results"] = new JsonArray([.. notebook.Cells.Select(Cell)]),
    };

    private static JsonNode Cell(CellOutcome cell)
    {
        var json = new JsonObject
        {
            ["cell"] = cell.Number,
            ["id"] = cell.Id,
            ["title"] = cell.Title,
            ["status"] = Word(cell.Kind),
            ["seconds"] = Seconds(cell.Elapsed),
        };
        if (cell.Reason is { } reason) json["reason"] = reason;
        if (cell.Error is not { } error) return json;
        json["error"] = new JsonObject
        {
            ["name"] = error.Name,
            ["message"] = error.Message,
            ["line"] = error.Line,
            ["column"] = error.Column,
            ["source"] = cell.SourceLine,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        };
        return json;
    }

    private static string Word(CellOutcomeKind kind) => kind switch
    {
        CellOutcomeKind.Ok => "ok",
        CellOutcomeKind.ExpectedError => "expected-error",
        CellOutcomeKind.Failed => "failed",
        CellOutcomeKind.TimedOut => "timed-out",
        CellOutcomeKind.Stopped => "stopped",
        CellOutcomeKind.Skipped => "skipped",
        CellOutcomeKind.Empty => "empty",
        _ => "not-run",
    };

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
