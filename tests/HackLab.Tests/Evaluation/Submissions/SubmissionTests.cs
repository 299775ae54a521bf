using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Evaluation.Internals;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class SubmissionTests : IDisposable
{
    private readonly PackFixture _packs = new();

    public void Dispose() => _packs.Dispose();

    [Fact]
    public void Scores_that_may_not_be_handed_in_are_refused_with_all_reasons()
    {
        float[] scores = PackFixture.Scores;
        (scores[3], scores[4]) = (float.NaN, 7);
        var error = Assert.Throws<ArgumentException>(() => Submission.Of(PackFixture.Set, scores, PackFixture.Card with { Team = "" }));
        Assert.Contains("Team is empty", error.Message, StringComparison.Ordinal);
        Assert.Contains("first NaN in row 4 (id '4')", error.Message, StringComparison.Ordinal);
        Assert.Contains("first 7 in row 5", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, Submission.Problems(PackFixture.Set, scores).Length);
        Assert.Contains("59 rows, but the evaluation set has 60", Submission.Problems(PackFixture.Set, scores[1..])[0],
            StringComparison.Ordinal);
        Assert.Empty(Submission.Problems(PackFixture.Set, PackFixture.Scores));
    }

    [Fact]
    public void Any_scores_and_words_that_are_allowed_survive_packing() => Prop.ForAll(
        Gen.Choose(0, 1_000_000).Select(n => n / 1e6f).ArrayOf(60).ToArbitrary(), ArbMap.Default.ArbFor<NonEmptyString>(),
        (float[] scores, NonEmptyString words) =>
        {
            SubmissionCard card = PackFixture.Card with { Model = words.Get, Helped = words.Get };
            if (card.Problems().Any() || words.Get.Any(char.IsSurrogate)) return true;
            string path = Path.Combine(_packs.Folder, "any.zip");
            Submission.Of(PackFixture.Set, scores, card).Pack(path, _packs.Notebook);
            Submission read = SubmissionPack.Read(path).Submission;
            return ((PredictionTable)read.Contents[0]).Column().SequenceEqual(scores) && read.Card.Helped == words.Get;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_pack_that_cannot_be_written_leaves_the_one_before_as_it_was()
    {
        byte[] before = File.ReadAllBytes(_packs.Good);
        Submission submission = PackFixture.Submission;
        Assert.Throws<DataFormatException>(() => submission.Pack(_packs.Good, Path.Combine(_packs.Folder, "absent.ipynb")));
        File.WriteAllText(Path.Combine(_packs.Folder, "no.ipynb"), "print(1)");
        Assert.Throws<DataFormatException>(() => submission.Pack(_packs.Good, Path.Combine(_packs.Folder, "no.ipynb")));
        Assert.Throws<ArgumentException>(() => submission.Pack(_packs.Good, _packs.Notebook, _packs.Notebook));
        Assert.Throws<ArgumentException>(() => submission.Pack(Path.Combine(_packs.Folder, "pack.tar"), _packs.Notebook));
        Assert.Equal(before, File.ReadAllBytes(_packs.Good));
        Assert.DoesNotContain(Directory.GetFiles(_packs.Folder), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_alone_is_written_in_the_form_that_the_challenge_asks_for()
    {
        string path = Assert.Single(PackFixture.Submission.WriteFiles(Path.Combine(_packs.Folder, "predictions")));
        string[] lines = File.ReadAllLines(path);
        Assert.Equal("higgs-scores.csv", Path.GetFileName(path));
        Assert.Equal(["id,score", string.Create(CultureInfo.InvariantCulture, $"1,{(double)PackFixture.Scores[0]:R}")], lines[..2]);
        Assert.Equal(61, lines.Length);
    }

    [Theory]
    [InlineData("The Straight  Lines!", "higgs-the-straight-lines.zip")]
    [InlineData("Ärger/../im Labor", "higgs-rger-im-labor.zip")]
    [InlineData("日本", "higgs-team.zip")]
    public void A_pack_is_called_after_the_team(string team, string file) =>
        Assert.Equal(file, Submission.Of(PackFixture.Set, PackFixture.Scores, PackFixture.Card with { Team = team }).FileName);

    [Fact]
    public void The_result_card_has_the_same_boxes_for_everybody()
    {
        ResultCard card = PackFixture.Submission.ToResultCard();
        string markdown = File.ReadAllText(card.Save(Path.Combine(_packs.Folder, "card.md")));
        Assert.StartsWith("# Quarks · Higgs boson: signal or background?\n", markdown, StringComparison.Ordinal);
        foreach (string box in new[] { "model", "expected AUC", "numbers learnt", "time of training", "used", "what helped most",
            "what did not help", "our question to you" })
            Assert.Contains($"| **{box}** |", markdown, StringComparison.Ordinal);
        Assert.Contains("| **expected AUC** | 0.500 (95 % interval 0.400 to 0.600) |", markdown, StringComparison.Ordinal);
        Assert.Contains("Ada, Émilie", card.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_challenge_with_two_tables_and_a_text_is_packed_and_scored_too()
    {
        var challenge = new TwoTablesAndAText();
        var truth = new Truth(challenge.Set, [new PredictionTable(null, [1, 2, 3, 4], 2), new PredictionTable(null, [0, 0, 0, 0], 2)]);
        var submission = Submission.Of(challenge.Set,
            [new PredictionTable(null, [1, 2, 3, 5], 2), new PredictionTable(null, [0, 0, 2, 0], 2), new PredictionText("Señor:\nasí")],
                PackFixture.Card);
        SubmissionPack written = submission.Pack(Path.Combine(_packs.Folder, "two.zip"), _packs.Notebook);
        Submission read = PackReader.Read(written.Path, [challenge]).Submission;
        Assert.Equal("Señor:\nasí", ((PredictionText)read.Contents[2]).Text);
        Assert.Equal(5, truth.Score(read).Value);   // 1² + 2²
        Assert.Throws<DataFormatException>(() => SubmissionPack.Read(written.Path));   // not one of the challenges that everybody knows
    }

    private sealed class TwoTablesAndAText : Challenge
    {
        private static readonly PredictionColumn[] Columns = [new("a", "first"), new("b", "second")];

        public EvaluationSet Set => new(this, "two rows", ["0", "1"], new byte[] { 1, 2, 3 });

        public override string Id => "two";

        public override string Title => "Two tables and a text";

        public override string Metric => "squared error";

        public override bool HigherIsBetter => false;

        public override IReadOnlyList<PredictionFormat> Files =>
            [Table("one.txt"), Table("other.txt"), new TextFormat("report.txt", "what was found")];

        public override IReadOnlyList<PredictionFormat> TruthFiles => [Table("one.txt"), Table("other.txt")];

        public override HackLab.Evaluation.Interval Score(IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth,
            BootstrapOptions options)
        {
            double error = Enumerable.Range(0, 2).Sum(file => ((PredictionTable)predictions[file]).Values
                .Zip(((PredictionTable)truth[file]).Values, (p, t) => (p - t) * (p - t)).Sum());
            return new HackLab.Evaluation.Interval(error, error, error, 0.95, 0);
        }

        public override EvaluationSet LoadEvaluation(string path) => Set;

        public override Truth Make(int rows, long seed) => throw new NotSupportedException("This one is not simulated.");

        private static TableFormat Table(string name) => new(name, Columns) { Delimiter = '\t', HasHeader = false };
    }
}
