using System.Globalization;
using System.Text;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Simulation.PrintedPages;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class RenaissanceChallengeTests
{
    private static readonly Truth Truth = Challenges.Renaissance.Make(30, seed: 7);

    private static readonly SubmissionCard Card = new() { Team = "Scribes", Model = "none" };

    private static string[] TrueLines => ((PredictionText)Truth.Contents[0]).Text.TrimEnd('\n').Split('\n');

    [Fact]
    public void The_truth_scores_zero_in_any_order_of_its_lines()
    {
        string turned = string.Join('\n', TrueLines.Reverse());
        Assert.Equal(0, Truth.Score(Submission.Of(Truth.Set, [new PredictionText(turned)], Card)).Value);
    }

    [Fact]
    public void What_the_rules_forgive_is_no_error_and_what_is_missing_is()
    {
        string Changed(Func<string, string> change) => string.Join('\n', TrueLines.Select(line => line.Split('\t')[0] + "\t" + change(line.Split('\t')[1])));
        double Rate(Func<string, string> change) => Truth.Score(Submission.Of(Truth.Set, [new PredictionText(Changed(change))], Card)).Value;
        Assert.Equal(0, Rate(text => text.Replace('s', 'ſ').Replace('v', 'u').ToUpperInvariant()));
        Assert.Equal(1, Rate(_ => ""));
        string[] texts = [.. TrueLines.Select(line => line.Split('\t')[1])];
        double blanks = texts.Sum(text => text.Count(c => c == ' ')) / (double)texts.Sum(text => new StringInfo(TextNormalization.Renaissance.Apply(text)).LengthInTextElements);
        Assert.Equal(blanks, Rate(text => text.Replace(" ", "")), 12);
    }

    [Fact]
    public void Lines_are_those_of_the_simulator_in_another_order()
    {
        IReadOnlyList<LineImage> made = LineSimulator.Generate(30, seed: 7, cancellation: TestContext.Current.CancellationToken);
        string[] texts = [.. TrueLines.Select(line => line.Split('\t')[1])];
        Assert.NotEqual(made.Select(line => line.Text), texts);
        Assert.Equal(made.Select(line => line.Text).Order(), texts.Order());
        float[] first = Truth.Set.Rows!.Row(0).ToArray();
        LineImage same = made.First(line => line.Text == texts[0]);
        for (int i = 0; i < first.Length; i++) Assert.Equal(same.Pixels[i], first[i], 0.5f / 255 + 1e-6f);
    }

    [Fact]
    public void A_set_written_and_read_again_is_the_same_set()
    {
        string folder = Directory.CreateTempSubdirectory("renaissance").FullName;
        try
        {
            Truth.Write(folder);
            Truth read = HackLab.Evaluation.Truth.Load(folder);
            Assert.Equal(Truth.Set.Sha256, read.Set.Sha256);
            Assert.Equal(Truth.Contents, read.Contents);
            EvaluationSet set = Challenges.Renaissance.LoadEvaluation(Path.Combine(folder, "participants", "renaissance-evaluation.pgm"));
            Assert.Equal(Truth.Set.Rows!.X, set.Rows!.X);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("", "another beginning")]
    [InlineData("P5\n4 31\n255\n", "31 × 4")]
    [InlineData("P5\n4 32\n255\nabc", "128 pixels")]
    [InlineData("P2\n4 32\n255\n", "begins with P5")]
    [InlineData("P5\n99999 32\n255\n", "columns wide")]
    public void A_file_that_is_no_such_set_is_refused_and_says_why(string text, string said)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            Assert.Contains(said, Assert.Throws<DataFormatException>(() => Challenges.Renaissance.LoadEvaluation(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Lines_without_an_id_twice_or_missing_may_not_be_handed_in()
    {
        string Problem(IEnumerable<string> lines) =>
            Assert.Throws<ArgumentException>(() => Submission.Of(Truth.Set, [new PredictionText(string.Join('\n', lines))], Card)).Message;
        Assert.Contains("missing", Problem(TrueLines.Skip(1)), StringComparison.Ordinal);
        Assert.Contains("came before", Problem([.. TrueLines, TrueLines[3]]), StringComparison.Ordinal);
        Assert.Contains("no id", Problem(TrueLines.Select(line => line.Split('\t')[1])), StringComparison.Ordinal);
        var read = Assert.Throws<DataFormatException>(() => Challenges.Renaissance.Files[0].Read(Encoding.UTF8.GetBytes("1\ta\nb\n"), "lines.txt"));
        Assert.Contains("line 2", read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_texts_are_allowed_and_warned_of()
    {
        string empty = string.Join('\n', TrueLines.Select(line => line.Split('\t')[0] + "\t"));
        Assert.Contains("30 of 30 texts are empty", Assert.Single(Submission.Of(Truth.Set, [new PredictionText(empty)], Card).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_of_texts_is_read_again_and_scored()
    {
        string folder = Directory.CreateTempSubdirectory("renaissance").FullName;
        try
        {
            string notebook = Path.Combine(folder, "3-hackathon.ipynb"), path = Path.Combine(folder, "scribes.zip");
            File.WriteAllText(notebook, """{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
            Submission.Of(Truth.Set, [new PredictionText(string.Join('\n', TrueLines.Reverse()))], Card).Pack(path, notebook);
            LeaderboardRow row = Leaderboard.Score(Truth, [path], baselines: []).Rows.First(one => one.Kind == LeaderboardKind.Entry);
            Assert.Equal(0, row.Score!.Value);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_glyphs_are_a_far_better_baseline_than_a_word_again_and_again()
    {
        double[] rates = [.. Challenges.Renaissance.Baselines(Truth.Set).Select(baseline => Truth.Score(baseline).Value)];
        Assert.InRange(rates[0], 0.6, 1);
        Assert.InRange(rates[1], 0.03, 0.16);
    }
}
