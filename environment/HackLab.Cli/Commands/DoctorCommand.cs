using System.CommandLine;
using System.Text.Json.Nodes;
using HackLab.Cli.Doctor;
using HackLab.Cli.Notebooks;
using Spectre.Console;

namespace HackLab.Cli.Commands;

/// <summary><c>hacklab doctor</c>: says in words what is there, what is not, and what to do.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Command("doctor", "Looks whether this machine has what lessons need, and says how to mend what is missing.") { json };
        command.SetAction(async (parsed, _) =>
        {
            LabLibrary.Resolve();
            IReadOnlyList<Finding> findings = await new Examination(Repository.Find()).AllAsync();
            if (parsed.GetValue(json)) Console.WriteLine(ToJson(findings));
            else Show(findings);
            return findings.Any(finding => finding.Verdict == Verdict.Missing) ? ExitCode.Failed : ExitCode.Ok;
        });
        return command;
    }

    private static void Show(IReadOnlyList<Finding> findings)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "", "").HideHeaders();
        foreach (Finding finding in findings)
        {
            string colour = finding.Verdict switch { Verdict.Ok => "green", Verdict.Warning => "yellow", _ => "red" };
            string fix = finding.Fix is null ? "" : "\n→ " + finding.Fix;
            table.AddRow(Markup.Escape(finding.Subject), $"[{colour}]{finding.VerdictWord}[/]", Markup.Escape(finding.Words + fix));
        }
        Screen.Create().Write(table);
    }

    internal static string ToJson(IReadOnlyList<Finding> findings) => NotebookJson.Write(new JsonArray([.. findings.Select(finding => (JsonNode)new JsonObject
    {
        ["subject"] = finding.Subject,
        ["verdict"] = finding.VerdictWord,
        ["found"] = finding.Words,
        ["fix"] = finding.Fix,
    })]));
}
