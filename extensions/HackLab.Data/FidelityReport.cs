using System.Globalization;
using System.Text;

namespace HackLab.Data;

/// <summary>
/// The page <c>datasets/fidelity.md</c>: simulated data beside real ones, number by number, and what could not be compared.
/// </summary>
public static class FidelityReport
{
    /// <summary>The page as Markdown, lines ended by <c>\n</c>.</summary>
    /// <param name="rows">All rows, data set by data set.</param>
    public static string Make(IReadOnlyList<FidelityRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var page = new StringBuilder("""
            # How near the simulated data come to real ones

            Made by `hacklab data fidelity --real DIR`; do not edit by hand. "Difference" is in the measure that the last column names.


            """.ReplaceLineEndings("\n"));
        page.Append(
            "| data set | numbers | within their limit | beyond it | without a limit | not compared |\n|---|---|---|---|---|---|\n");
        List<IGrouping<string, FidelityRow>> sets = [.. rows.GroupBy(row => row.Dataset)];
        foreach (IGrouping<string, FidelityRow> set in sets)
        {
            page.Append(CultureInfo.InvariantCulture,
                $"| [{set.Key}](#{set.Key}) | {set.Count()} | {set.Count(row => row.Holds == true)} | {set.Count(row => row.Holds == false)} ");
            page.Append(CultureInfo.InvariantCulture,
                $"| {set.Count(row => row.Difference is not null && row.Limit is null)} | {set.Count(row => row.Difference is null)} |\n");
        }
        foreach (IGrouping<string, FidelityRow> set in sets) Append(page, set.Key, [.. set]);
        FidelityRow[] missing = [.. rows.Where(row => row.Difference is null)];
        page.Append("\n## What could not be compared\n\n");
        if (missing.Length == 0) page.Append("Nothing: every number has its real counterpart.\n");
        foreach (FidelityRow row in missing)
            page.Append(CultureInfo.InvariantCulture,
                $"- {row.Dataset}, {row.Quantity}{(row.Simulated is { } value ? $" (simulated: {Number(value)})" : "")}: {row.Note}\n");
        return page.ToString();
    }

    /// <summary>One line for each group of a data set's rows: how many hold, the median and the worst difference.</summary>
    /// <param name="rows">The rows of one data set.</param>
    public static IEnumerable<string> Summaries(IEnumerable<FidelityRow> rows) =>
        rows.Where(row => row.Group.Length > 0 && row.Difference is not null).GroupBy(row => row.Group).Select(group =>
        {
            FidelityRow[] ordered = [.. group.OrderBy(row => row.Difference)];
            double median =
                (ordered[(ordered.Length - 1) / 2].Difference!.Value + ordered[ordered.Length / 2].Difference!.Value) / 2;
            FidelityRow worst = ordered[^1];
            string limit = worst.Limit is { } most
                ? $"; limit {Number(most)}, {ordered.Count(row => row.Holds == false)} beyond it" : "";
            return $"{group.Key}: {ordered.Length} numbers, median {Number(median)}, worst {Number(worst.Difference!.Value)} ({worst.Quantity}){limit}";
        });

    private static void Append(StringBuilder page, string name, IReadOnlyList<FidelityRow> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n");
        string[] summaries = [.. Summaries(rows)];
        foreach (string summary in summaries) page.Append(CultureInfo.InvariantCulture, $"- {Cell(summary)}\n");
        if (summaries.Length > 0) page.Append('\n');
        page.Append("| quantity | simulated | real | difference | limit | verdict | how |\n|---|---|---|---|---|---|---|\n");
        foreach (FidelityRow row in rows.Where(row => row.Difference is not null))
        {
            string verdict = row.Holds switch { true => "within", false => "**beyond**", null => "" };
            page.Append("| ").AppendJoin(" | ", Cell(row.Quantity), Number(row.Simulated), Number(row.Real),
                Number(row.Difference), Number(row.Limit), verdict, Cell(row.Note)).Append(" |\n");
        }
    }

    // Four significant digits, always the same: the page changes only where a number does.
    private static string Number(double? value) => value is not { } number ? ""
        : number != 0 && Math.Abs(number) is < 1e-3 or >= 1e6 ? number.ToString("0.###e+0", CultureInfo.InvariantCulture)
        : number.ToString("G4", CultureInfo.InvariantCulture);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
