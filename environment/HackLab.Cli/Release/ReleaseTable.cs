using System.Globalization;
using HackLab.Cli.Results;
using Spectre.Console;

namespace HackLab.Cli.Release;

/// <summary>The five-way proof as a table, and after it what is wrong.</summary>
internal static class ReleaseTable
{
    private static readonly string[] Claims = ["untouched: not started", "solved: passed", "wrong: not yet", "hints, solution"];

    public static void Write(IAnsiConsole console, ReleaseOutcome outcome)
    {
        TextWriter text = console.Profile.Out.Writer;
        if (outcome.Exercises.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape(outcome.Place.Name));
            table.AddColumn("exercise");
            foreach (string claim in Claims) table.AddColumn(claim);
            table.AddColumn(new TableColumn("seconds").RightAligned());
            foreach (ExerciseProof one in outcome.Exercises)
            {
                table.AddRow(
                    Markup.Escape(one.Id), Sign(one.Untouched), Sign(one.Solved), $"{Sign(one.Wrong)} of {one.WrongAnswers}",
                    one.Seconds.Length > 0 ? Sign(one.Help) : "", one.Budget is null ? one.Seconds : $"[red]{one.Seconds}[/]");
            }
            console.Write(table);
        }
        foreach (BandReading band in outcome.Bands.Where(band => band.Fault is null))
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Place.Name}: {band.Band.What} = {band.Value:0.####} (from {band.Limits![0]} to {band.Limits[1]})"));
        foreach (string file in outcome.Written) text.WriteLine($"written: {Path.GetRelativePath(outcome.Place.Notebooks, file)}");
        foreach (string fault in outcome.Faults) text.WriteLine($"FAULT {outcome.Place.Name}: {fault}");
    }

    private static string Sign(string? fault) => fault is null ? "[green]✔[/]" : "[red]✘[/]";
}
