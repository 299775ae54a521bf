using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace HackLab.Cli.Running;

/// <summary>Progress as lines, for logs: when a notebook begins and ends, and in between at most every few seconds.</summary>
internal sealed class PlainProgress(TextWriter writer, TimeSpan interval) : IRunProgress
{
    private readonly ConcurrentDictionary<string, Watched> _notebooks = new();

    public void Begin(string notebook, int cellCount)
    {
        _notebooks[notebook] = new Watched(cellCount, Stopwatch.GetTimestamp());
        Say($"{notebook}: {cellCount} cells");
    }

    public void Cell(string notebook, int number, string title)
    {
        Watched watched = _notebooks[notebook];
        if (Stopwatch.GetElapsedTime(watched.Said) < interval) return;
        watched.Said = Stopwatch.GetTimestamp();
        Say($"{notebook}: cell {number} of {watched.CellCount}, {Seconds(Stopwatch.GetElapsedTime(watched.Began))}: {title}");
    }

    public void End(NotebookOutcome outcome) =>
        Say($"{outcome.Name}: {outcome.Status}, {outcome.Cells.Count(cell => cell.DidRun)} cells run in {Seconds(outcome.Elapsed)}");

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    private void Say(string line)
    {
        lock (writer) writer.WriteLine(line);
    }

    private sealed class Watched(int cellCount, long began)
    {
        public int CellCount { get; } = cellCount;

        public long Began { get; } = began;

        public long Said { get; set; } = began;
    }
}
