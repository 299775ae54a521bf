using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Evaluation;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class TableFormatTests
{
    // The two files of the NMR challenge: tabs, no heading, rows told by their order.
    private static readonly TableFormat Nmr = new(
        "RKKY_mat_info_eval.txt", new PredictionColumn("alpha", "strength"), new PredictionColumn("xi", "range"),
            new PredictionColumn("d", "damping"))
    {
        Delimiter = '\t', HasHeader = false,
    };

    private static readonly TableFormat Scores = new("scores.csv", new PredictionColumn("score", "how sure", 0, 1)) { IdColumn = "id" };

    [Fact]
    public void Any_finite_numbers_come_back_as_they_were_written() => Prop.ForAll(
        ArbMap.Default.ArbFor<NormalFloat[]>(),
        (NormalFloat[] numbers) =>
        {
            double[] values = [.. numbers.Take(numbers.Length / 3 * 3).Select(number => number.Get)];
            var read = (PredictionTable)Nmr.Read(Nmr.Write(new PredictionTable(null, values, 3)), "file");
            return read.Values.SequenceEqual(values) && read.Columns == 3;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_ids_that_may_be_written_come_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyString[]>(),
        (NonEmptyString[] names) =>
        {
            string[] ids = [.. names.Select(name => name.Get)];
            byte[] file;
            try
            {
                file = Scores.Write(new PredictionTable(ids, new double[ids.Length], 1));
            }
            catch (ArgumentException)
            {
                return true;   // refused rather than written so that it could not be read
            }
            return ((PredictionTable)Scores.Read(file, "file")).Ids!.SequenceEqual(ids);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_file_of_the_NMR_challenge_has_tabs_and_no_heading()
    {
        byte[] file = Nmr.Write(new PredictionTable(null, [0.5, 20, 7, 1e-3, 30, 8], 3));
        Assert.Equal("0.5\t20\t7\n0.001\t30\t8\n", Encoding.UTF8.GetString(file));
    }

    [Fact]
    public void Blanks_where_tabs_belong_are_told_apart_from_other_mistakes()
    {
        var error = Assert.Throws<DataFormatException>(() => Nmr.Read(Encoding.UTF8.GetBytes("1.0 2.0 3.0\n"), "RKKY_mat_info_eval.txt"));
        Assert.Contains("expected 3 fields with a tab between them, found 1. Put a tab where blanks are.", error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,score\r\nb,0.25\r\na,1e-1\r\n\r\n")]
    [InlineData("\uFEFFID , Score\nb, 0.25\na,.1")]
    [InlineData("\"id\",\"score\"\nb,0.25\na,0.10")]
    public void Files_as_spreadsheets_and_editors_write_them_are_read(string text)
    {
        var table = (PredictionTable)Scores.Read(Encoding.UTF8.GetBytes(text), "scores.csv");
        Assert.Equal(["b", "a"], table.Ids);
        Assert.Equal([0.25, 0.1], table.Values);
        Assert.Empty(Scores.Problems(table, ["a", "b"]));
        Assert.Equal([0.1, 0.25], ((PredictionTable)Scores.InOrder(table, ["a", "b"])).Values);
    }

    [Fact]
    public void A_wrong_heading_or_encoding_is_said()
    {
        Assert.Contains("line 1: expected the heading id,score", Message("score,id\n0.1,a\n"), StringComparison.Ordinal);
        Assert.Contains("the heading id,score, found", Message(""), StringComparison.Ordinal);
        var error = Assert.Throws<DataFormatException>(() => Scores.Read(new byte[] { 0x69, 0xFF, 0x64 }, "scores.csv"));
        Assert.Contains("expected text in UTF-8", error.Message, StringComparison.Ordinal);
        Assert.Contains("control character 0", Message("id,score\na\0,0.5\n"), StringComparison.Ordinal);

        static string Message(string text) =>
            Assert.Throws<DataFormatException>(() => Scores.Read(Encoding.UTF8.GetBytes(text), "scores.csv")).Message;
    }

    [Fact]
    public void All_that_is_wrong_with_a_table_is_said_at_once()
    {
        var table = new PredictionTable(["a", "a", "x", "c"], [double.NaN, 0.5, 2, -1], 1);
        Assert.Equal(
        [
            "4 rows, but the evaluation set has 3: predict each of its rows once, and no others.",
            "1 rows have an id that came before, first 'a': keep one of each.",
            "1 rows have an id that the evaluation set has not, first 'x': did you predict other rows?",
            "1 rows of the evaluation set are missing, first id 'b'.",
            "1 values of score are no finite numbers, first NaN in row 1 (id 'a'): look where your model divides by zero or takes the logarithm of it.",
            "2 values of score are outside of 0 to 1, first 2 in row 3 (id 'x').",
        ], Scores.Problems(table, ["a", "b", "c"]));
    }

    [Fact]
    public void Decisions_in_place_of_scores_are_warned_of()
    {
        string[] ids = [.. Enumerable.Range(0, 200).Select(i => $"{i}")];
        Assert.Contains("only 2 different values", Assert.Single(Warnings(i => i % 2)), StringComparison.Ordinal);
        Assert.Contains("are equal", Assert.Single(Warnings(_ => 0.5)), StringComparison.Ordinal);
        Assert.Empty(Warnings(i => i / 200.0));

        IReadOnlyList<string> Warnings(Func<int, double> score) =>
            Scores.Warnings(new PredictionTable(ids, [.. Enumerable.Range(0, 200).Select(score)], 1));
    }
}
