using System.Text;
using HackLab.Cli;
using HackLab.Cli.Commands;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class TruthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Event => Path.Combine(_folder.Path, "event");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_seed_gives_the_same_set_and_another_seed_another()
    {
        Truth once = Challenges.Higgs.Make(50, 9), again = Challenges.Higgs.Make(50, 9), other = Challenges.Higgs.Make(50, 10);
        Assert.Equal(once.Set.Sha256, again.Set.Sha256);
        Assert.Equal(((PredictionTable)once.Contents[0]).Values, ((PredictionTable)again.Contents[0]).Values);
        Assert.NotEqual(once.Set.Sha256, other.Set.Sha256);
    }

    [Fact]
    public void Participants_get_features_without_labels_and_the_tutor_reads_the_answers_back()
    {
        Truth truth = Challenges.Higgs.Make(50, 9);
        truth.Write(Event);
        string[] theirs = Directory.GetFiles(Path.Combine(Event, "participants"));
        Assert.Equal(["README.md", "higgs-evaluation.csv"], theirs.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string csv = File.ReadAllText(Path.Combine(Event, "participants", "higgs-evaluation.csv"));
        Assert.StartsWith("id,lepton_pT,", csv, StringComparison.Ordinal);
        Assert.Equal(29, csv.Split('\n')[1].Split(',').Length);
        Assert.DoesNotContain("label", csv, StringComparison.Ordinal);
        EvaluationSet set = EvaluationSet.Load("higgs", Path.Combine(Event, "participants", "higgs-evaluation.csv"));
        Assert.Equal((50, truth.Set.Sha256), (set.Count, set.Sha256));
        Assert.Equal(truth.Set.Rows!.X, set.Rows!.X);
        Assert.All(set.Rows.Y, label => Assert.Equal(0, label));
        foreach (string path in new[] { Event, Path.Combine(Event, "tutor"), Path.Combine(Event, "tutor", "higgs-truth.csv") })
        {
            Truth read = Truth.Load(path);
            Assert.Equal((9, truth.Set.Sha256), (read.Seed, read.Set.Sha256));
            Assert.Equal(((PredictionTable)truth.Contents[0]).Values, ((PredictionTable)read.Contents[0]).Values);
        }
        Assert.Throws<IOException>(() => truth.Write(Event));
    }

    [Theory]
    [InlineData("higgs-truth.csv", "somebody changed it")]
    [InlineData("higgs-evaluation.csv", "somebody changed it")]
    [InlineData("truth.json", "the index of a truth folder")]
    public void Answers_that_somebody_changed_are_refused(string file, string says)
    {
        Challenges.Higgs.Make(20, 9).Write(Event);
        string path = Path.Combine(Event, "tutor", file);
        string text = File.ReadAllText(path);
        File.WriteAllText(path, file == "truth.json" ? text[..^20] : text.Replace("\n1,", "\n 1,", StringComparison.Ordinal));
        Assert.Contains(says, Assert.Throws<DataFormatException>(() => Truth.Load(Event)).Message, StringComparison.OrdinalIgnoreCase);
        File.Delete(path);
        Assert.Throws<DataFormatException>(() => Truth.Load(Event));
    }

    [Fact]
    public void An_evaluation_file_that_is_damaged_says_where()
    {
        string path = _folder.Write("cut.csv", "id,lepton_pT\n1,0.5\n");
        Assert.Contains("line 1", Assert.Throws<DataFormatException>(() => EvaluationSet.Load("higgs", path)).Message, StringComparison.Ordinal);
        Assert.Throws<DataFormatException>(() => EvaluationSet.Load("higgs", Path.Combine(_folder.Path, "absent.csv")));
        Assert.Contains("there are higgs", Assert.Throws<ArgumentException>(() => EvaluationSet.Load("chess", "practice")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_submission_packs_and_scores_to_the_number_that_scikit_learn_gives()
    {
        // A way through the whole contract, as a tutor and a team go it: make a set, predict, pack, score on the command line.
        using var words = new StringWriter();
        Assert.Equal(ExitCode.Ok, ScoreRun.MakeTruth(words, "higgs", seed: 2026, rows: 500, Event));
        Assert.Contains("A small seed can be guessed", words.ToString(), StringComparison.Ordinal);
        EvaluationSet set = EvaluationSet.Load("higgs", Path.Combine(Event, "participants", "higgs-evaluation.csv"));
        float[] score = [.. set.Rows!.Column("m_bb").Select(mass => 1 / (1 + mass))];
        string notebook = _folder.Write("sample.ipynb", """{"cells": []}"""), pack = Path.Combine(_folder.Path, "packs", "sample.zip");
        Submission.Of(set, score, new SubmissionCard { Team = "Sample", Model = "-m_bb alone", Used = "the 500 rows" }).Pack(pack, notebook);
        string json = Path.Combine(_folder.Path, "board.json");
        words.GetStringBuilder().Clear();
        int code = ScoreRun.Score(words, [Path.GetDirectoryName(pack)!], Path.Combine(Event, "tutor"), null, null, null, json, resamples: 100);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("1 team ranked, 0 packs refused.", words.ToString(), StringComparison.Ordinal);
        var board = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(json))!;
        double auc = board["rows"]!.AsArray().Where(row => (string)row!["team"]! == "Sample").Select(row => (double)row!["score"]!["value"]!)
            .Single();
        Assert.Equal(SampleAuc, auc, 6);
        // The same answers made again from the seed give the same board; a damaged pack is refused, and the exit code says so.
        string broken = _folder.Write("packs/zbroken.zip", "PK nothing");
        words.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Failed, ScoreRun.Score(words, [pack, broken], null, "higgs", 2026, 500, null, resamples: 20));
        Assert.Contains(auc.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture), words.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 team ranked, 1 pack refused.", words.ToString(), StringComparison.Ordinal);
    }

    // sklearn.metrics.roc_auc_score(labels of higgs-truth.csv, 1 / (1 + m_bb) of higgs-evaluation.csv), scikit-learn 1.2.1.
    private const double SampleAuc = 0.586392;

    [Fact]
    public void What_does_not_fit_together_on_the_command_line_is_said()
    {
        string pack = _folder.Write("a.zip", "");
        Assert.Contains("either --truth", Usage(() => Score([pack], null, null)), StringComparison.Ordinal);
        Assert.Contains("either --truth", Usage(() => Score([pack], Event, "higgs")), StringComparison.Ordinal);
        Assert.Contains("no such folder", Usage(() => Score([pack], Event, null)), StringComparison.Ordinal);
        Assert.Contains("no pack to score", Usage(() => Score([], null, "higgs")), StringComparison.Ordinal);
        Assert.Contains("no such file", Usage(() => Score(["absent.zip"], null, "higgs")), StringComparison.Ordinal);
        Assert.Contains("--output", Usage(() => ScoreRun.MakeTruth(TextWriter.Null, "higgs", 1, 10, null)), StringComparison.Ordinal);

        static int Score(string[] packs, string? truth, string? challenge) =>
            ScoreRun.Score(TextWriter.Null, packs, truth, challenge, null, null, null, 20);

        static string Usage(Func<int> run) => Assert.Throws<UsageException>(() => { run(); }).Message;
    }
}
