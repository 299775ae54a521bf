using HackLab.Learning;
using Xunit;

namespace HackLab.Tests.Learning.Transcription;

public sealed class LexiconTests
{
    private static readonly Lexicon s_words = Lexicon.Of(["la virtud, y la virtud del vir-", "tuoso: la nobleza", "virtud noble-"]);

    [Fact]
    public void Words_are_counted_and_broken_ones_made_whole()
    {
        Assert.Equal(3, s_words.CountOf("virtud"));
        Assert.Equal(1, s_words.CountOf("virtuoso"));
        Assert.Equal(0, s_words.CountOf("vir"));
        Assert.Equal(1, s_words.CountOf("noble"));
        Assert.Equal(["la", "virtud"], s_words.Words.Take(2));
        Assert.Equal(7, s_words.Count);
    }

    [Theory]
    [InlineData("virtud", 1, "virtud")]
    [InlineData("virtnd", 1, "virtud")]
    [InlineData("uirtnd", 1, null)]
    [InlineData("uirtnd", 2, "virtud")]
    [InlineData("virtu", 1, "virtud")]
    [InlineData("virttud", 1, "virtud")]
    [InlineData("noblexa", 2, "nobleza")]       // noble is two away as well: nobleza is nearer
    [InlineData("", 1, "y")]
    [InlineData("x", 0, null)]
    public void The_nearest_word_has_the_fewest_edits(string word, int mostEdits, string? nearest) => Assert.Equal(nearest, s_words.Nearest(word, mostEdits));

    [Fact]
    public void Of_words_equally_near_the_more_frequent_one_is_taken()
    {
        Lexicon words = Lexicon.Of(["casa caso caso cama"]);
        Assert.Equal("caso", words.Nearest("cass"));
        Assert.Equal("cama", words.Nearest("camx"));
    }

    [Fact]
    public void A_line_is_corrected_within_but_not_at_its_ends_and_not_in_short_words()
    {
        Assert.Equal("nobleza y virtud, virtud de", s_words.Correct("nobleza y virtnd, virtnd de"));
        Assert.Equal("virtnd y virtud noblexa", s_words.Correct("virtnd y virtud noblexa"));
        Assert.Equal("y le dal virtnd-", s_words.Correct("y le dal virtnd-"));
        Assert.Equal("", s_words.Correct(""));
    }

    [Fact]
    public void Lines_without_words_are_refused() => Assert.Throws<ArgumentException>(() => Lexicon.Of([" ", "12."]));
}
