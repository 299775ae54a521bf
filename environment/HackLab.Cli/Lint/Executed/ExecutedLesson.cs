using System.Text.Json.Nodes;

namespace HackLab.Cli.Lint.Executed;

/// <summary>What became of one code cell.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">A word of the report: ok, failed, skipped …</param>
/// <param name="Reason">Why it was skipped or counts as failed; null where the status says all.</param>
/// <param name="Error">The error it ended with; null if none.</param>
internal sealed record ExecutedCell(string Id, string Status, string? Reason, string? Error)
{
    public bool Ran => Status is "ok" or "expected-error";
}

/// <summary>One run of a lesson: the executed notebook and what the report says of it.</summary>
internal sealed class ExecutedLesson
{
    private ExecutedLesson(JsonObject report)
    {
        Name = (string)report["name"]!;
        Problem = (string?)report["problem"];
        Notebook = (string?)report["executed"] is { } path ? Lesson.Read(path) : null;
        Cells = [.. ((JsonArray)report["results"]!).Select(cell =>
            new ExecutedCell((string?)cell!["id"] ?? "", (string)cell["status"]!, (string?)cell["reason"],
                (string?)cell["error"]?["message"]))];
        Seconds = (double)report["seconds"]!;
        PeakBytes = (long)report["peakMemoryBytes"]!;
    }

    public string Name { get; }

    /// <summary>Why nothing could be run; null otherwise.</summary>
    public string? Problem { get; }

    /// <summary>The notebook with its outputs; null if nothing could be run.</summary>
    public Lesson? Notebook { get; }

    public IReadOnlyList<ExecutedCell> Cells { get; }

    public double Seconds { get; }

    /// <summary>The most memory that the process with the cells held; 0 if not known.</summary>
    public long PeakBytes { get; }

    /// <summary>All lessons of a report that <c>hacklab run</c> has written.</summary>
    public static IReadOnlyList<ExecutedLesson> In(JsonObject report) =>
        [.. ((JsonArray)report["notebooks"]!).Select(one => new ExecutedLesson((JsonObject)one!))];
}
