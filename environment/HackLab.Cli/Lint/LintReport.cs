using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Lint;

/// <summary>A complaint about an edition of a lesson.</summary>
internal sealed record LintFinding(string Lesson, Editions Edition, string Rule, Complaint Complaint)
{
    /// <summary>What is the same in two editions of one lesson is said once.</summary>
    public (string, string, string, string) Sameness => (Lesson, Rule, Complaint.Cell?.Id ?? "", Complaint.Found);
}

/// <summary>Says what was found, to people and to programs.</summary>
internal static class LintReport
{
    public static void Write(TextWriter to, IReadOnlyList<LintFinding> findings, IReadOnlyList<string> lessons)
    {
        foreach (IGrouping<string, LintFinding> lesson in findings.GroupBy(finding => finding.Lesson))
        {
            to.WriteLine(lesson.Key);
            foreach (IGrouping<(string, string, string, string), LintFinding> same in lesson.GroupBy(finding => finding.Sameness))
            {
                LintFinding one = same.First();
                string editions = string.Join(", ", same.Select(finding => EditionFolders.Name(finding.Edition)).Distinct());
                string place = one.Complaint.Place is { Length: > 0 } cell ? $"{editions}, {cell}" : editions;
                to.WriteLine($"  {place}: {one.Complaint.Found}.");
                to.WriteLine($"      → {one.Complaint.Advice}  [{one.Rule}]");
            }
        }
        int spoilt = findings.Select(finding => finding.Lesson).Distinct().Count(),
            count = findings.Select(finding => finding.Sameness).Distinct().Count();
        to.WriteLine(count == 0
            ? $"{lessons.Count} {(lessons.Count == 1 ? "lesson keeps" : "lessons keep")} to all rules."
            : $"{count} {(count == 1 ? "complaint" : "complaints")} about {spoilt} of {lessons.Count} {(lessons.Count == 1 ? "lesson" : "lessons")}.");
    }

    public static string ToJson(IReadOnlyList<LintFinding> findings, IReadOnlyList<string> lessons) =>
        NotebookJson.Write(new JsonObject
    {
        ["format"] = "hacklab-lint/1",
        ["status"] = findings.Count == 0 ? "ok" : "failed",
        ["lessons"] = new JsonArray([.. lessons.Select(lesson => new JsonObject
        {
            ["name"] = lesson,
            ["complaints"] = new JsonArray([.. findings.Where(finding => finding.Lesson == lesson)
                .Select(finding => new JsonObject
            {
                ["rule"] = finding.Rule,
                ["edition"] = EditionFolders.Name(finding.Edition),
                ["cell"] = finding.Complaint.Cell?.Number,
                ["id"] = finding.Complaint.Cell?.Id,
                ["found"] = finding.Complaint.Found,
                ["advice"] = finding.Complaint.Advice,
            })]),
        })]),
    }) + "\n";
}
