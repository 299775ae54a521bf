using System.Globalization;
using Spectre.Console;

namespace HackLab.Cli.Running;

/// <summary>The table at the end of a run.</summary>
internal static class ResultTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<NotebookOutcome> outcomes)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("notebook");
        table.AddColumn("result");
        foreach (string number in new[] { "run", "skipped", "failed", "not run", "seconds", "peak MB" }) table.AddColumn(new TableColumn(number).RightAligned());
        foreach (NotebookOutcome one in outcomes)
        {
            int failed = one.Cells.Count(cell => cell.IsFailure);
            table.AddRow(Markup.Escape(one.Name), Coloured(one.Status), Whole(one.Cells.Count(cell => cell.DidRun)),
                Whole(one.Count(CellOutcomeKind.Skipped)), Whole(failed), Whole(one.Count(CellOutcomeKind.NotRun)),
                one.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),
                one.PeakBytes == 0 ? "-" : Whole((int)(one.PeakBytes >> 20)));
        }
        console.Write(table);
        foreach (NotebookOutcome one in outcomes)
        {
            foreach (CellOutcome cell in one.Cells.Where(cell => cell.Kind == CellOutcomeKind.Skipped))
            {
                console.Profile.Out.Writer.WriteLine($"skipped: {one.Name}, cell {cell.Number} ({cell.Title}): {cell.Reason ?? ""}");
            }
        }
        foreach (NotebookOutcome one in outcomes.Where(one => one.IsFailure))
        {
            console.Markup("[red]failed:[/] ");
            console.Profile.Out.Writer.WriteLine(FailureText.Of(one));   // not wrapped: the caret must stay below its place
        }
    }

    private static string Coloured(string status) => status switch { "ok" => "[green]ok[/]", "failed" => "[red]failed[/]", _ => $"[yellow]{status}[/]" };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
