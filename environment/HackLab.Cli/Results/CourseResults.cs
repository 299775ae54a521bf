using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HackLab.Cli.Doctor;
using HackLab.Cli.Release;
using HackLab.Cli.Running;
using HackLab.Lessons.Authoring;

namespace HackLab.Cli.Results;

/// <summary>The table of results of all lessons, in Markdown, and its place in the map of the lessons.</summary>
internal static class CourseResults
{
    private const string Begin = "<!-- results: written by hacklab run --report -->", End = "<!-- end of results -->";

    /// <summary>The solved lessons that report metrics, and all metrics of these.</summary>
    /// <param name="notebooks">The folder of all lessons.</param>
    /// <param name="asked">Lessons or topics; all if none.</param>
    /// <exception cref="UsageException">There is no such lesson, a draft cannot be read, or none of them reports anything.</exception>
    public static (IReadOnlyList<NotebookFile> Lessons, Dictionary<string, IReadOnlyList<MetricBand>> Metrics) Find(
        string notebooks, IReadOnlyList<string> asked)
    {
        var lessons = new List<NotebookFile>();
        var metrics = new Dictionary<string, IReadOnlyList<MetricBand>>();
        foreach (LessonPlace place in LessonPlace.Find(notebooks, asked))
        {
            IReadOnlyList<MetricBand> bands = LessonDraft.Load(place.Draft).Bands;
            if (!bands.Any(band => band.Reported)) continue;
            lessons.Add(new NotebookFile(Path.GetFullPath(place.Authored), place.Name));
            metrics[lessons[^1].Path] = bands;
        }
        return lessons.Count > 0 ? (lessons, metrics)
            : throw new UsageException("None of these lessons reports a metric: none of the bands in its solutions/*.json says \"reported\": true.");
    }

    /// <summary>The table: a row for each metric that its lesson wants to be shown.</summary>
    /// <param name="outcomes">The solved lessons that were run.</param>
    /// <param name="made">On which day, machine and commit; a sentence.</param>
    public static string Table(IEnumerable<NotebookOutcome> outcomes, string made)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{made} In brackets: 95 % bootstrap interval. Minutes: the whole solved lesson.\n\n");
        text.Append("| lesson | what | result | should lie in | minutes |\n|---|---|---|---|---|\n");
        foreach (NotebookOutcome lesson in outcomes)
        {
            string name = lesson.Name, minutes = lesson.Elapsed.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture);
            foreach (BandReading one in lesson.Metrics.Where(one => one.Band.Reported))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {name} | {one.Band.What} | {Shown(one)} | {Limits(one)} | {minutes} |\n");
                (name, minutes) = ("", "");
            }
        }
        return text.ToString();

        string Limits(BandReading one) => one.Limits is [var least, var most] ? $"{Number(least)} to {Number(most)}" : "";
    }

    /// <summary>On which day, machine and commit a table is made; changes that are not committed are told.</summary>
    public static async Task<string> MadeAsync(string scale)
    {
        string commit = (await Programs.AskAsync("git", "rev-parse", "--short=10", "HEAD"))?.Trim() ?? "unknown";
        if (await Programs.AskAsync("git", "status", "--porcelain", "--untracked-files=no") is { Length: > 0 }) commit += " with changes";
        return string.Create(CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:d MMMM yyyy}, commit {commit}, {scale} scale; {Environment.ProcessorCount} cores ({RuntimeInformation.OSArchitecture}), {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.");
    }

    /// <summary>Puts the table into a Markdown file, between the two marks that it has.</summary>
    /// <exception cref="UsageException">The file lacks them.</exception>
    public static void WriteInto(string file, string table)
    {
        string text = File.ReadAllText(file).ReplaceLineEndings("\n");
        int begin = text.IndexOf(Begin, StringComparison.Ordinal), end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin) throw new UsageException($"{file}: no place for the results; it needs a line '{Begin}' and, below it, '{End}'.");
        AtomicFile.Write(file, $"{text[..(begin + Begin.Length)]}\n{table}{text[end..]}");
    }

    private static string Shown(BandReading one) => one.Value is not { } value ? "failed"
        : one is { Low: { } low, High: { } high } ? $"{Number(value)} ({Number(low)} to {Number(high)})" : Number(value);

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture);
}
