using FsCheck;
using FsCheck.Fluent;
using HackLab.Evaluation;
using Xunit;

namespace HackLab.Tests.Evaluation;

public class TextMetricsTests
{
    // Published distances: Levenshtein's textbook pairs, and the Damerau-free distance of "Saturday" and "Sunday".
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Saturday", "Sunday", 3)]
    [InlineData("intention", "execution", 5)]
    [InlineData("abc", "", 3)]
    [InlineData("flaw", "lawn", 2)]
    public void Character_errors_are_the_published_edit_distances(string reference, string hypothesis, int edits)
    {
        Assert.Equal(edits / (double)reference.Length, Metrics.CharacterErrorRate(reference, hypothesis), 12);
        TextAlignment alignment = Metrics.AlignCharacters(reference, hypothesis);
        Assert.Equal(edits, alignment.Substitutions + alignment.Insertions + alignment.Deletions);
        Assert.Equal(edits / (double)reference.Length, alignment.ErrorRate, 12);
    }

    [Fact]
    public void The_distance_is_that_of_the_recursive_definition_and_the_alignment_spells_both_texts()
    {
        Gen<string> text = Gen.Elements('a', 'b', 'c').ListOf().Select(letters => new string([.. letters.Take(7)]));
        Prop.ForAll(text.Two().ToArbitrary(), pair =>
        {
            (string reference, string hypothesis) = ("x" + pair.Item1, pair.Item2);
            TextAlignment alignment = Metrics.AlignCharacters(reference, hypothesis);
            int edits = Slow(reference, hypothesis);
            return alignment.Substitutions + alignment.Insertions + alignment.Deletions == edits
                && Math.Abs(Metrics.CharacterErrorRate(reference, hypothesis) - (edits / (double)reference.Length)) < 1e-12
                && string.Concat(alignment.Edits.Select(e => e.Reference)) == reference
                && string.Concat(alignment.Edits.Select(e => e.Hypothesis)) == hypothesis
                && alignment.Edits.All(e => (e.Kind == EditKind.Match) == (e.Reference == e.Hypothesis));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Long_texts_are_split_and_cost_the_same()
    {
        // 3,000 × 3,300 cells are more than one table; every tenth character is wrong and 300 are too many.
        string reference = string.Concat(Enumerable.Range(0, 3000).Select(i => (char)('a' + (i * 7 % 26))));
        string hypothesis = string.Concat(reference.Select((c, i) => i % 10 == 3 ? "#" : i % 10 == 7 ? c + "+" : c.ToString()));
        TextAlignment alignment = Metrics.AlignCharacters(reference, hypothesis);
        Assert.Equal((300, 300, 0), (alignment.Substitutions, alignment.Insertions, alignment.Deletions));
        Assert.Equal(alignment.ErrorRate, Metrics.CharacterErrorRate(reference, hypothesis));
        Assert.Equal(reference, string.Concat(alignment.Edits.Select(e => e.Reference)));
        Assert.Equal(hypothesis, string.Concat(alignment.Edits.Select(e => e.Hypothesis)));
    }

    [Fact]
    public void Words_are_what_stands_between_blanks_and_lines_are_counted_together()
    {
        Assert.Equal(0.5, Metrics.WordErrorRate("nobleza  virtuosa", "nobleza\nuirtuosa"));
        Assert.Equal(2 / 3.0, Metrics.WordErrorRate("a b c", "a d"), 12);
        Assert.Equal(4, Metrics.WordErrorRate("a", "b c d e"));
        // 1 error in 2 words and 0 in 4: one in six, not the mean of the two rates.
        Assert.Equal(1 / 6.0, Metrics.WordErrorRate(["a b", "c d e f"], ["a x", "c d e f"]), 12);
        Assert.Equal(0.5, Metrics.CharacterErrorRate(["", "ab"], ["x", "ab"]));
        Assert.Contains("no words", Assert.Throws<ArgumentException>(() => Metrics.WordErrorRate(" ", "a")).Message, StringComparison.Ordinal);
        Assert.Contains("2 references and 1", Assert.Throws<ArgumentException>(() => Metrics.WordErrorRate(["a", "b"], ["a"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_is_what_readers_see_as_one()
    {
        Assert.Equal(0, Metrics.CharacterErrorRate("an\u0303o \u00E9l", "a\u00F1o e\u0301l"));
        Assert.Equal(1 / 3.0, Metrics.CharacterErrorRate("👩‍🚀yz", "xyz"), 12);
        Assert.Equal(1 / 2.0, Metrics.CharacterErrorRate("e\u0301l", "el"), 12);
    }

    [Fact]
    public void What_does_not_count_is_left_out()
    {
        var loose = new TextNormalization { IgnoreCase = true, IgnoreMarks = true, IgnorePunctuation = true };
        Assert.Equal("senor el dijo", loose.Apply(" Señor, Él\t«dijo»"));
        Assert.Equal("no bleza", TextNormalization.None.Apply("no \n bleza"));
        Assert.Equal("nobleza - y", new TextNormalization { JoinBrokenWords = true }.Apply("no-\n  bleza - y"));
        Assert.Equal("a  b", new TextNormalization { CollapseBlanks = false }.Apply("a  b"));
        // The rules of the challenge: u/v, f/s, ç/z, accents, a line for n or ue, and a broken word.
        Assert.Equal(0, Metrics.CharacterErrorRate("fuerça q̄ virtud quādo eſto", "fverza que virtvd quando efto", TextNormalization.Renaissance));
        Assert.Equal(0, Metrics.WordErrorRate("no-\nbleza", "nobleza", TextNormalization.Renaissance));
        Assert.True(Metrics.CharacterErrorRate("virtud", "uirtvd") > 0);
    }

    [Fact]
    public void An_alignment_shows_each_error_where_it_is()
    {
        TextAlignment words = Metrics.AlignWords("la nobleza virtuosa <b>", "nobleza uirtuosa y <b>");
        Assert.Equal(
            """
            word error rate 0.750: 1 substituted, 1 inserted, 1 deleted of 4

            true  la nobleza virtuosa ∅ <b>
            read  ∅  nobleza uirtuosa y <b>
                  D          S        I
            """, words.ToText(), ignoreLineEndingDifferences: true);
        string html = words.ToHtml();
        Assert.Contains("title=\"virtuosa read as uirtuosa\"", html, StringComparison.Ordinal);
        Assert.Contains("title=\"la not read\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html.Replace("<b class", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("␣", Metrics.AlignCharacters("a b", "ab").ToText(), StringComparison.Ordinal);
        Assert.Equal(("s", "f", 2), Metrics.AlignCharacters("casas y", "cafaf y").Confusions()[0]);
        Assert.Contains("The first 4,000 of 4,500 steps are shown.", Metrics.AlignCharacters(new string('a', 4500), new string('a', 4500)).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_counts_all_lines_and_shows_the_worst_first()
    {
        string[] truth = ["la nobleza", "virtud", "que es"], read = ["la nobleza", "uirtvd", "qve"];
        ReadingReport report = Metrics.ReadingReport(truth, read);
        Assert.Equal(Metrics.CharacterErrorRate(truth, read), report.CharacterErrorRate, 12);
        Assert.Equal(Metrics.WordErrorRate(truth, read), report.WordErrorRate, 12);
        Assert.Equal("que es", report.Worst[0].Reference);
        Assert.Contains("3 lines: character error rate 0.273", report.ToText(), StringComparison.Ordinal);
        Assert.Equal(3 / 22.0, Metrics.ReadingReport(truth, read, TextNormalization.Renaissance).CharacterErrorRate, 12);
        Assert.Throws<ArgumentException>(() => Metrics.ReadingReport([""], ["a"]));
    }

    private static int Slow(string a, string b) =>
        a.Length == 0 ? b.Length
        : b.Length == 0 ? a.Length
        : a[0] == b[0] ? Slow(a[1..], b[1..])
        : 1 + Math.Min(Slow(a[1..], b[1..]), Math.Min(Slow(a[1..], b), Slow(a, b[1..])));
}
