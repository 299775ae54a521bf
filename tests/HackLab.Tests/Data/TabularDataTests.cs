using HackLab.Data;
using HackLab.Data.Display;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class TabularDataTests
{
    private static TabularData Toy() => new(
        "toy", [new Feature("a", "m", Group: "one"), new Feature("b", Group: "two"), new Feature("c", Group: "two")],
        [1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 1, 1], ["no", "yes"]);

    [Fact]
    public void Columns_rows_and_selections_hold_the_right_values()
    {
        TabularData toy = Toy();
        Assert.Equal([2f, 5, 8], toy.Column("b"));
        Assert.Equal([5f, 8], toy.Column("b", 1));
        Assert.Equal([4f, 5, 6], toy.Row(1).ToArray());
        Assert.Equal([3f, 1, 6, 4, 9, 7], toy.Select("c", "a").X);
        Assert.Equal(["b", "c"], toy.SelectGroup("two").Features.Select(f => f.Name));
        TabularData taken = toy.Take(2, 0, 2);
        Assert.Equal([7f, 8, 9, 1, 2, 3, 7, 8, 9], taken.X);
        Assert.Equal([1, 0, 1], taken.Y);
        Assert.Equal([1, 2], toy.ClassCounts());
        Assert.Equal("a [m]", toy.Features[0].AxisLabel);
    }

    [Fact]
    public void A_wrong_name_lists_the_names_that_exist()
    {
        Assert.Contains("a, b, c", Assert.Throws<ArgumentException>(() => Toy().Column("A")).Message, StringComparison.Ordinal);
        Assert.Contains("one, two", Assert.Throws<ArgumentException>(() => Toy().SelectGroup("three")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Toy().Row(3).Length);
        Assert.Throws<ArgumentException>(() => new TabularData("bad", [new Feature("a")], [1, 2], [0], ["x"]));
        Assert.Throws<ArgumentException>(() => new TabularData("bad", [new Feature("a")], [1], [2], ["x", "y"]));
        Assert.Throws<ArgumentException>(() => new TabularData("bad", [new Feature("a"), new Feature("a")], [1, 2], [0], ["x"]));
    }

    [Fact]
    public void Statistics_are_those_of_pandas_describe()
    {
        // pandas.Series([3, 1, 4, 1, 5, 9, 2, 6]).describe()
        Statistics s = Statistics.Of([3, 1, 4, 1, 5, 9, 2, 6]);
        Assert.Equal((8, 3.875, 1, 1.75, 3.5, 5.25, 9), (s.Count, s.Mean, s.Min, s.Quartile1, s.Median, s.Quartile3, s.Max));
        Assert.Equal(2.748376143938713, s.Std, 12);
        Assert.True(double.IsNaN(Statistics.Of(Array.Empty<float>()).Mean));
    }

    [Fact]
    public void The_text_is_aligned_and_says_how_many_rows_follow()
    {
        Assert.Equal(
            """
            toy: 3 rows × 3 features (1 no, 2 yes)
            class      a      b      c
            -----  -----  -----  -----
            no     1.000  2.000  3.000
            yes    4.000  5.000  6.000
            1 more row
            """.ReplaceLineEndings("\n"), Toy().Head(2).ToText());
        Assert.DoesNotContain("more row", Toy().ToText(), StringComparison.Ordinal);
        Assert.Equal(6, Toy().Summary(byClass: true).Rows.Count);
    }

    [Fact]
    public void Html_escapes_what_it_shows_and_sets_no_colour()
    {
        string html = new Table("<b>", ["a & b"], [["<script>"], [1.5], [null]], "\"note\"").ToHtml();
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("a &amp; b", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("color:#", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<style>").Length - 1);
    }

    [Theory]
    [InlineData(typeof(TabularData))]
    [InlineData(typeof(Table))]
    [InlineData(typeof(TrainTest<TabularData>))]
    [InlineData(typeof(TrainValidationTest<TabularData>))]
    [InlineData(typeof(Scaler))]
    public void Every_rich_type_carries_the_formatter_attribute(Type type)
    {
        var mark = (TypeFormatterSourceAttribute)Attribute.GetCustomAttribute(type, typeof(TypeFormatterSourceAttribute))!;
        Assert.Equal(typeof(RichDisplaySource), mark.FormatterSourceType);
        Assert.True(typeof(IRichDisplay).IsAssignableFrom(type));
    }

    [Fact]
    public void The_column_class_holds_the_class_numbers_unless_a_feature_is_called_so()
    {
        TabularData toy = Toy();
        Assert.Equal(toy.Y.Select(label => (float)label), toy.Column("class"));
        var named = new TabularData("named", [new Feature("class")], [5, 6], [0, 1], ["no", "yes"]);
        Assert.Equal([5f, 6f], named.Column("class"));
    }

    [Fact]
    public void Weights_stay_with_their_rows()
    {
        double[] weights = [0.5, 1, 2, 4, 8, 16, 32, 64];
        var data = new TabularData("w", [new Feature("a"), new Feature("b")], [.. Enumerable.Range(0, 16).Select(i => (float)i)], [0, 1, 0, 1, 0, 1, 0, 1], ["n", "y"], weights);
        Assert.Equal([2, 0.5], data.Take(2, 0).Weights!);
        Assert.Same(weights, data.Select("b").Weights);
        Assert.Equal(weights, Scaler.Fit(data).Transform(data).Weights!);
        (TabularData train, TabularData test) = Split.Stratified(data, 0.25, seed: 1);
        Assert.Equal(weights, train.Weights!.Concat(test.Weights!).Order());
        for (int i = 0; i < train.Count; i++) Assert.Equal(weights[(int)train.Row(i)[0] / 2], train.Weights![i]);
        Assert.Null(new TabularData("none", [new Feature("a")], [1], [0], ["n"]).Take(0).Weights);
        Assert.Throws<ArgumentException>(() => new TabularData("few", [new Feature("a")], [1, 2], [0, 0], ["n"], [1]));
        Assert.Throws<ArgumentException>(() => new TabularData("bad", [new Feature("a")], [1, 2], [0, 0], ["n"], [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => new TabularData("bad", [new Feature("a")], [1, 2], [0, 0], ["n"], [1, -1]));
    }
}
