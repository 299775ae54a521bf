using HackLab.Cli.Lint;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>Every rule is seen to complain: a good lesson is spoilt in one place, and the rule named must notice.</summary>
public class RulesCatchTests
{
    // These are spoilt by tests of their own below.
    private const string Indentation = "is_indented_by_one_space", AnswerMarks = "shows_learners_no_answer_marks",
        Translation = "translates_its_exercises_word_for_word_alone";

    public static TheoryData<string> Names => new(Faults.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_noticed(string fault)
    {
        (string rule, Action<SampleLesson> spoil) = Faults.All[fault];
        using var lesson = new SampleLesson();
        Assert.Empty(LintRules.All[rule].Complaints(lesson.Lesson()));
        spoil(lesson);
        IReadOnlyList<Complaint> complaints = LintRules.All[rule].Complaints(lesson.Lesson());
        Assert.NotEmpty(complaints);
        Assert.All(complaints, complaint => Assert.EndsWith(".", complaint.Advice, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_indentation_is_noticed()
    {
        using var sample = new SampleLesson();
        LintRule rule = LintRules.All[Indentation];
        string good = sample.Text(), path = sample.Lesson().Path;
        Assert.Empty(rule.Complaints(new Lesson(path, good)));
        Assert.NotEmpty(rule.Complaints(new Lesson(path, good.Replace("\n ", "\n  ", StringComparison.Ordinal))));
        Assert.NotEmpty(rule.Complaints(new Lesson(path, good.TrimEnd())));
    }

    [Theory]
    [InlineData("x = 1;   //!")]
    [InlineData("//? x = Blank(1);")]
    public void An_answer_left_in_what_learners_get_is_noticed(string line)
    {
        LintRule rule = LintRules.All[AnswerMarks];
        Lesson lesson = AllLessons.Read("higgs/1-beginner");
        Assert.Empty(rule.Complaints(lesson));
        string spoilt = lesson.FileText.Replace("\"Open(", $"\"{line}\\n\",\n    \"Open(", StringComparison.Ordinal);
        Assert.NotEmpty(rule.Complaints(new Lesson(lesson.Path, spoilt)));
    }

    [Fact]
    public void A_translation_that_judges_otherwise_is_noticed()
    {
        using var sample = new SampleLesson();
        string student = Path.Combine(sample.Notebooks, "higgs", "1-beginner.ipynb"),
            exercises = Path.Combine(sample.Notebooks, "higgs", "exercises");
        Directory.CreateDirectory(exercises);
        string original = sample.Exercises.ToJsonString(), italian = Path.Combine(exercises, "1-beginner.it.json");
        File.WriteAllText(Path.Combine(exercises, "1-beginner.json"), original);
        sample.Exercise(0)["title"] = "conta il segnale";
        File.WriteAllText(italian, sample.Exercises.ToJsonString());
        LintRule rule = LintRules.All[Translation];
        Assert.Empty(rule.Complaints(new Lesson(student, sample.Text())));
        sample.Exercise(0)["probes"]![1]!["max"] = 4999;
        File.WriteAllText(italian, sample.Exercises.ToJsonString());
        Assert.Contains("1-beginner.it.json", Assert.Single(rule.Complaints(new Lesson(student, sample.Text()))).Found,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_is_seen_to_complain() =>
        Assert.Equal(LintRules.All.Keys.Order(), Faults.All.Values.Select(fault => fault.Rule)
            .Concat([Indentation, AnswerMarks, Translation]).Distinct().Order());

    [Fact]
    public void A_tutors_cell_is_not_asked_for_what_learners_need()
    {
        using var sample = new SampleLesson();
        var note = (System.Text.Json.Nodes.JsonObject)sample.Cell("open-text").DeepClone();
        (note["id"], note["metadata"]) = ("for-tutors", System.Text.Json.Nodes.JsonNode.Parse("""{"tags":["tutor"]}"""));
        sample.Cells.Insert(2, note);
        sample.Write("for-tutors", "Ask for the QZX, and wait.");
        Assert.Empty(LintRules.All["has_every_acronym_in_the_glossary"].Complaints(sample.Lesson()));
    }

    [Theory]
    [InlineData("The AUC of `XYZ` and of AUCs", "AUC", "AUC")]
    [InlineData("H⁺ is no word, m_WW no acronym, WW⁺ neither; nor is HIG-B-2, $XYZ$ or [a](XYZ.md)")]
    [InlineData("A PCA plot (see UMAP): CPU/GPU, t-SNE", "PCA", "UMAP", "CPU")]
    [InlineData("Part II, 20 MB, CC BY 4.0")]
    [InlineData("THIS IS A SHOUT AND NOTHING ELSE")]
    [InlineData("TRAPPIST-1 and HD 142527 are stars, and the AUC 0.85 is not", "AUC")]
    [InlineData("HDF5 and a single I or A", "HDF5")]
    public void Acronyms_are_words_in_capitals(string text, params string[] expected) =>
        Assert.Equal(expected, HackLab.Cli.Lint.Rules.WordRules.Acronyms(text));
}
