using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class SplitTests
{
    // Each row holds its own number, so that rows can be told apart.
    private static TabularData Numbered(int zeros, int ones) => new(
        "numbered", [new Feature("row")], [.. Enumerable.Range(0, zeros + ones).Select(i => (float)i)],
        [.. Enumerable.Repeat(0, zeros), .. Enumerable.Repeat(1, ones)], ["zero", "one"]);

    [Theory]
    [InlineData(100, 50, 0.2)]
    [InlineData(7, 93, 0.3)]
    [InlineData(11, 13, 0.5)]
    [InlineData(1001, 3, 0.34)]
    public void No_row_is_lost_or_shared_and_classes_keep_their_share(int zeros, int ones, double fraction)
    {
        TabularData data = Numbered(zeros, ones);
        (TabularData train, TabularData test) = Split.Stratified(data, fraction, seed: 1);

        Assert.Equal(data.X, train.X.Concat(test.X).Order());
        Assert.InRange(test.ClassCounts()[0], (zeros * fraction) - 1, (zeros * fraction) + 1);
        Assert.InRange(test.ClassCounts()[1], (ones * fraction) - 1, (ones * fraction) + 1);
        for (int i = 0; i < test.Count; i++) Assert.Equal(test.X[i] < zeros ? 0 : 1, test.Y[i]);
        Assert.Equal(0, Split.SharedRows(train, test));
    }

    [Fact]
    public void Three_parts_share_no_row_either()
    {
        TabularData data = Numbered(331, 67);
        (TabularData train, TabularData validation, TabularData test) = Split.Stratified(data, 0.25, 0.15, seed: 2);

        Assert.Equal(data.X, train.X.Concat(validation.X).Concat(test.X).Order());
        Assert.InRange(validation.ClassCounts()[1], (67 * 0.25) - 1, (67 * 0.25) + 1);
        Assert.InRange(test.ClassCounts()[0], (331 * 0.15) - 1, (331 * 0.15) + 1);
    }

    [Fact]
    public void Later_parts_do_not_begin_with_one_class()
    {
        int[] y = [.. Enumerable.Range(0, 1200).Select(i => i % 3)];
        int oneClass = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            foreach (int[] part in RowSplit.Stratified(y, [0.6, 0.2, 0.2], seed)[1..])
            {
                if (part.Take(6).Select(row => y[row]).Distinct().Count() == 1) oneClass++;
            }
        }
        // 200 times six rows: all of one class by chance in 3 · (1/3)⁶ of them, that is 0.8 times.
        Assert.InRange(oneClass, 0, 4);
    }

    [Fact]
    public void A_seed_gives_the_same_cut_everywhere_and_another_seed_another()
    {
        TabularData data = Numbered(10, 10);
        Assert.Equal(Split.Stratified(data, 0.2, 7).Test.X, Split.Stratified(data, 0.2, 7).Test.X);
        Assert.NotEqual(Split.Stratified(data, 0.2, 7).Train.X, Split.Stratified(data, 0.2, 8).Train.X);
    }

    [Fact]
    public void Shared_rows_are_counted()
    {
        TabularData data = Numbered(4, 4);
        Assert.Equal(2, Split.SharedRows(data.Take(0, 1, 2, 5), data.Take(2, 5, 6)));
    }

    [Fact]
    public void Impossible_cuts_say_why()
    {
        Assert.Throws<ArgumentException>(() => Split.Stratified(Numbered(5, 5), 0.0, 1));
        Assert.Throws<ArgumentException>(() => Split.Stratified(Numbered(5, 5), 0.5, 0.5, 1));
        Assert.Throws<ArgumentException>(() => Split.Stratified(Numbered(5, 5), double.NaN, 1));
        Assert.Contains("one has only 1 rows", Assert.Throws<TooFewRowsException>(() => Split.Stratified(Numbered(50, 1), 0.2, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shown_split_says_whether_a_row_is_in_both_parts()
    {
        TrainTest<TabularData> honest = Split.Stratified(Numbered(20, 20));
        Assert.Contains("No row is in more than one part.", honest.ToText(), StringComparison.Ordinal);
        var leaky = new TrainTest<TabularData>(Numbered(5, 5), Numbered(5, 5).Take(1, 2, 7));
        Assert.Contains("A leak: 3 rows", leaky.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_test_every_row_once()
    {
        TabularData data = Numbered(31, 12);
        foreach (IReadOnlyList<TrainTest<TabularData>> folds in new[] { Split.StratifiedFolds(data, 4, seed: 3), Split.Folds(data, 4, seed: 3) })
        {
            Assert.Equal(data.X, folds.SelectMany(fold => fold.Test.X).Order());
            foreach ((TabularData train, TabularData test) in folds)
            {
                Assert.InRange(test.Count, 10, 12);
                Assert.Equal(data.X, train.X.Concat(test.X).Order());
            }
        }
        Assert.All(Split.StratifiedFolds(data, 4, seed: 3), fold => Assert.Equal(3, fold.Test.ClassCounts()[1]));
        Assert.Throws<TooFewRowsException>(() => Split.StratifiedFolds(Numbered(31, 3), 4));
    }
}
