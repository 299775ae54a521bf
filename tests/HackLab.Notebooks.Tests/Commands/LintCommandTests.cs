using System.Text.Json.Nodes;
using HackLab.Cli;
using HackLab.Cli.Lint;
using HackLab.Notebooks.Tests.Rules;

namespace HackLab.Notebooks.Tests.Commands;

/// <summary><c>hacklab lint</c>: what it looks at, what it says, how it ends.</summary>
public class LintCommandTests
{
    [Fact]
    public async Task A_fault_is_told_with_its_cell_and_what_to_do()
    {
        using var sample = new SampleLesson();
        sample.Write("open-text", "We use the QZX for this.");
        string path = sample.Save(), json = Path.Combine(sample.Notebooks, "lint.json");
        (int code, string said) = await Hacklab.RunAsync("lint", path, "--json", json);
        Assert.Equal(1, code);
        Assert.Contains("solutions, cell 3 (open-text): the acronym QZX is not in the glossary.", said, StringComparison.Ordinal);
        Assert.Contains("→ Add it to notebooks/glossary.json", said, StringComparison.Ordinal);
        JsonNode complaint = Assert.Single((JsonArray)JsonNode.Parse(await File.ReadAllTextAsync(json,
            TestContext.Current.CancellationToken))!["lessons"]![0]!["complaints"]!)!;
        Assert.Equal(("has_every_acronym_in_the_glossary", "open-text", 3),
            ((string?)complaint["rule"], (string?)complaint["id"], (int)complaint["cell"]!));
    }

    [Fact]
    public async Task A_good_lesson_ends_with_zero()
    {
        using var sample = new SampleLesson();
        (int code, string said) = await Hacklab.RunAsync("lint", sample.Notebooks);
        Assert.True(code == 0, said);
        Assert.Contains("1 lesson keeps to all rules.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_that_is_not_there_is_a_wrong_command()
    {
        (int code, string said) = await Hacklab.RunAsync("lint", "higgs/9-nowhere");
        Assert.Equal(2, code);
        Assert.Contains("higgs/1-beginner", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_notebook_is_a_complaint_and_the_others_are_looked_at()
    {
        using var sample = new SampleLesson();
        sample.Write("open-text", "We use the QZX for this.");
        string path = sample.Save();
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, "2-intermediate.ipynb"), "{ \"cells\": [");
        IReadOnlyList<LintFinding> findings = LintSession.Read(new LintTargets(null).Find([sample.Notebooks]));
        Assert.Equal(["has_every_acronym_in_the_glossary", "is_a_notebook"], findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void Folders_topics_editions_and_files_lead_to_lessons()
    {
        using var sample = new SampleLesson();
        string authored = sample.Save(), topic = Path.Combine(sample.Notebooks, "higgs");
        foreach (string path in new[] { sample.Notebooks, topic, Path.Combine(topic, "solutions"), authored })
        {
            LintTarget target = Assert.Single(new LintTargets(null).Find([path]));
            Assert.Equal("higgs/1-beginner", target.Name);
            Assert.Equal([authored], target.Files);
        }
        Assert.Single(new LintTargets(null).Find([sample.Notebooks, topic, authored]));
        Assert.Throws<UsageException>(() => new LintTargets(null).Find([Path.Combine(topic, "images")]));
        Assert.Throws<UsageException>(() => new LintTargets(null).Find([Path.Combine(sample.Notebooks, "glossary.json")]));
    }

    [Fact]
    public void What_is_wrong_in_two_editions_is_said_once()
    {
        using var sample = new SampleLesson();
        sample.Write("open-text", "We use the QZX for this.");
        string authored = sample.Save(), student = Path.Combine(sample.Notebooks, "higgs", "1-beginner.ipynb");
        File.Copy(authored, student);
        LintFinding[] findings = [.. LintSession.Read(new LintTargets(null).Find([sample.Notebooks]))
            .Where(finding => finding.Rule == "has_every_acronym_in_the_glossary")];
        Assert.Equal(2, findings.Length);
        var said = new StringWriter();
        LintReport.Write(said, findings, ["higgs/1-beginner"]);
        Assert.Contains("solutions, student edition, cell 3 (open-text)", said.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"1 complaint about 1 of 1 lesson.{Environment.NewLine}", said.ToString(), StringComparison.Ordinal);
    }
}
