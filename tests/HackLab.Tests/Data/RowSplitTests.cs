using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class RowSplitTests
{
    private static readonly double[] Shares = [0.6, 0.25, 0.15];

    [Fact]
    public void No_group_is_in_two_parts_and_every_row_is_in_one() => Prop.ForAll(
        Gen.Choose(0, 12).ListOf(60).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (groups, seed) =>
        {
            if (groups.Distinct().Count() < 3) return;
            int[] given = [.. groups];
            int[][] parts = RowSplit.ByGroup(given, Shares, seed);
            Assert.Equal(Enumerable.Range(0, given.Length), parts.SelectMany(rows => rows).Order());
            Assert.All(parts, rows => Assert.NotEmpty(rows));
            Assert.Equal(given.Distinct().Count(), parts.Sum(rows => rows.Select(row => given[row]).Distinct().Count()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_small_groups_meet_the_fractions()
    {
        int[] groups = [.. Enumerable.Range(0, 3000).Select(i => i / 3)];
        int[][] parts = RowSplit.ByGroup(groups, Shares, seed: 5);
        for (int p = 0; p < 3; p++) Assert.InRange(parts[p].Length, (3000 * Shares[p]) - 3, (3000 * Shares[p]) + 3);
        Assert.Equal(parts, RowSplit.ByGroup(groups, Shares, seed: 5));
        Assert.NotEqual(parts, RowSplit.ByGroup(groups, Shares, seed: 6));
    }

    [Fact]
    public void A_part_without_a_group_is_refused() =>
        Assert.Contains("2 groups cannot fill 3 parts", Assert.Throws<ArgumentException>(() => RowSplit.ByGroup([7, 7, 9], Shares)).Message, StringComparison.Ordinal);

    [Fact]
    public void Time_is_cut_so_that_nothing_in_train_is_as_late_as_the_test()
    {
        double[] times = [5, 1, 3, 3, 2, 3, 9, 7];
        int[][] parts = RowSplit.ByTime(times, [0.5, 0.5]);
        Assert.Equal([1, 4, 2, 3, 5], parts[0]);   // all rows of time 3 stay together
        Assert.Equal([0, 7, 6], parts[1]);
        Assert.Throws<ArgumentException>(() => RowSplit.ByTime([1, 1, 1], [0.5, 0.5]));
        Assert.Throws<ArgumentException>(() => RowSplit.ByTime([1, double.NaN], [0.5, 0.5]));
    }

    [Fact]
    public void Fractions_that_do_not_add_up_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RowSplit.Random(10, [0.5, 0.4]));
        Assert.Throws<ArgumentException>(() => RowSplit.Random(10, [1.0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowSplit.EqualShares(1));
    }

    [Fact]
    public void Images_of_one_run_stay_together_and_a_shown_split_says_so()
    {
        var images = new LabelledImages("disks", new float[8], [0, 0, 1, 1, 0, 1, 0, 1], ["no", "yes"], 1, 1, groups: [1, 1, 2, 2, 3, 3, 4, 4]);
        TrainTest<LabelledImages> honest = Split.ByGroup(images, images.Groups!, 0.25, seed: 1);
        Assert.Empty(honest.Train.Groups!.Intersect(honest.Test.Groups!));
        Assert.Contains("No group is in more than one part.", honest.ToText(), StringComparison.Ordinal);
        var leaky = new TrainTest<LabelledImages>(images.Take(0, 2), images.Take(1, 3));
        Assert.Contains("A leak: 2 groups", leaky.ToText(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Split.ByGroup(images, [1, 2], 0.25));
    }
}
