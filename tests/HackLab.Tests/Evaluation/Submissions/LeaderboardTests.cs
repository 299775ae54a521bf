using System.Text.Json.Nodes;
using HackLab.Data;
using HackLab.Evaluation;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class LeaderboardTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 7, 20, 18, 0, 0, TimeSpan.Zero);

    private readonly PackFixture _packs = new();

    private static int[] Labels => [.. ((PredictionTable)PackFixture.Truth.Contents[0]).Values.Select(label => (int)label)];

    private static float[] Perfect => [.. Labels.Select(label => label * 0.9f)];

    public void Dispose() => _packs.Dispose();

    [Fact]
    public void Equal_scores_share_a_place_and_the_next_one_is_left_out()
    {
        Leaderboard board = Score(
            _packs.Pack("b.zip", "Bosons", Perfect, Monday), _packs.Pack("a.zip", "Axions", Perfect, Monday), _packs.Good,
            _packs.Pack("w.zip", "Worst", [.. Labels.Select(label => 1f - label)], Monday));
        Assert.Equal([("Axions", 1), ("Bosons", 1), ("Quarks", 3), ("Worst", 4)], Ranked(board));
        Assert.Equal([true, true, false, false], board.Rows.Where(row => row.Place is not null).Select(row => row.IsTied));
        Assert.Contains("1=", board.ToText(), StringComparison.Ordinal);
        Assert.Equal(1, board.Rows[0].Score!.Value);
        Assert.Equal(0, board.Rows[3].Score!.Value);
        Assert.Equal(1, board.Rows[1].PValue);   // the same order of rows: no difference at all
    }

    [Fact]
    public void The_newest_pack_of_a_team_counts_whatever_its_name_is_written_like()
    {
        Leaderboard board = Score(
            _packs.Pack("1.zip", "Gluons", Perfect, Monday), _packs.Pack("2.zip", " gluons ", PackFixture.Scores, Monday.AddHours(1)));
        LeaderboardRow ranked = Assert.Single(board.Rows, row => row.Place is not null);
        Assert.Equal("2.zip", ranked.File);
        LeaderboardRow earlier = Assert.Single(board.Rows, row => row.Kind == LeaderboardKind.Earlier);
        Assert.Equal((1.0, "1.zip"), (earlier.Score!.Value, earlier.File));
    }

    [Fact]
    public void Packs_that_cannot_be_scored_are_listed_with_the_reason()
    {
        Truth other = Challenges.Higgs.Make(60, seed: 5);
        string wrongSet = Path.Combine(_packs.Folder, "wrong-set.zip"), copy = Path.Combine(_packs.Folder, "copy.zip");
        Submission.Of(other.Set, PackFixture.Scores, PackFixture.Card).Pack(wrongSet, _packs.Notebook);
        File.Copy(_packs.Good, copy);
        Leaderboard board = Score(_packs.Good, wrongSet, copy, _packs.Write("evil.zip", ("../x", [1])));
        Dictionary<string, string> refused = board.Rows.Where(row => row.Kind == LeaderboardKind.Refused)
            .ToDictionary(row => row.File, row => row.Note);
        Assert.Equal(["copy.zip", "evil.zip", "wrong-set.zip"], refused.Keys);
        Assert.Contains("another evaluation set", refused["wrong-set.zip"], StringComparison.Ordinal);
        Assert.Contains("same pack as good.zip", refused["copy.zip"], StringComparison.Ordinal);
        Assert.Contains("stay within the folder", refused["evil.zip"], StringComparison.Ordinal);
        Assert.DoesNotContain(_packs.Folder, refused["evil.zip"], StringComparison.Ordinal);
        Assert.Single(board.Rows, row => row.Place is not null);
    }

    [Fact]
    public void Rows_in_another_order_give_the_same_score()
    {
        var table = (PredictionTable)PackFixture.Submission.Contents[0];
        int[] order = [.. Enumerable.Range(0, table.Rows).Reverse()];
        var reversed = new PredictionTable([.. order.Select(i => table.Ids![i])], [.. order.Select(i => table.Values[i])], 1);
        Submission submission = Submission.Of(PackFixture.Set, [reversed], PackFixture.Card);
        Assert.Equal(PackFixture.Truth.Score(PackFixture.Submission, 50), PackFixture.Truth.Score(submission, 50));
    }

    [Fact]
    public void A_team_that_promised_too_much_is_told()
    {
        Submission sure = Submission.Of(PackFixture.Set, PackFixture.Scores,
            PackFixture.Card with { Estimate = new Interval(0.99, 0.98, 1, 0.95, 100) });
        string pack = sure.Pack(Path.Combine(_packs.Folder, "sure.zip"), _packs.Notebook).Path;
        Assert.Equal("scored below what the team promised", Score(pack).Rows[0].Note);
        Assert.Equal("", Score(_packs.Good).Rows[0].Note);
    }

    [Fact]
    public void Baselines_are_ranked_and_published_numbers_are_not()
    {
        Leaderboard board = Leaderboard.Score(PackFixture.Truth, [_packs.Good], resamples: 20);
        Assert.Equal(["-m_bb alone", "gradient boosting, defaults", "logistic regression"],
            board.Rows.Where(row => row.Kind == LeaderboardKind.Baseline).Select(row => row.Model).Order(StringComparer.Ordinal));
        LeaderboardRow[] published = [.. board.Rows.Where(row => row.Kind == LeaderboardKind.Published)];
        Assert.All(published, row => Assert.Null(row.Place));
        Assert.Equal(0.8457, published.Single(row => row.Team == "LightGBM, 500 trees").Score!.Value);
        Assert.Contains("Another data set".ToLowerInvariant(), board.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_board_as_JSON_holds_every_row()
    {
        JsonNode json = JsonNode.Parse(Score(_packs.Good).ToJson())!;
        Assert.Equal("higgs", (string)json["challenge"]!);
        JsonNode first = json["rows"]![0]!;
        Assert.Equal(("entry", 1, "Quarks"), ((string)first["kind"]!, (int)first["place"]!, (string)first["team"]!));
        Assert.Equal(PackFixture.Truth.Score(PackFixture.Submission, 50).Low, (double)first["score"]!["low"]!);
    }

    [Fact]
    public void Models_are_compared_on_rows_of_ones_own()
    {
        TabularData test = Datasets.Higgs.Load(Size.Sample);
        float[] mass = test.Column("m_bb");
        Leaderboard board = Leaderboard.Compare(Challenges.Higgs, test, ("wrong way", mass), ("right way", [.. mass.Select(m => -m)]));
        Assert.Equal([("right way", 1), ("wrong way", 2)], Ranked(board));
        Assert.Equal(1, board.Rows[0].Score!.Value + board.Rows[1].Score!.Value, 9);
        Assert.True(board.Rows[1].PValue < 1e-6);
    }

    private static IEnumerable<(string, int)> Ranked(Leaderboard board) =>
        board.Rows.Where(row => row.Place is not null).Select(row => (row.Team, row.Place!.Value));

    private static Leaderboard Score(params string[] packs) => Leaderboard.Score(PackFixture.Truth, packs, baselines: [], resamples: 50);
}
