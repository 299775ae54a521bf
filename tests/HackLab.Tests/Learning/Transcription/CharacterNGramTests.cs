using FsCheck;
using FsCheck.Fluent;
using HackLab.Learning;
using Xunit;

namespace HackLab.Tests.Learning.Transcription;

public sealed class CharacterNGramTests
{
    [Fact]
    public void Probabilities_are_those_worked_out_by_hand()
    {
        // One line, aab: counts a 2, b 1, end 1; three of three symbols follow the empty context.
        CharacterNGram one = CharacterNGram.Fit(["aab"], order: 1), two = CharacterNGram.Fit(["aab"], order: 2);
        Assert.Equal((2 + (3 / 3.0)) / (4 + 3), one.Probability("anything", 'a'), 1e-12);
        Assert.Equal((1 + (3 / 3.0)) / (4 + 3), one.Probability("", CharacterNGram.End), 1e-12);
        // After a came a and b, once each; at a line's start came a.
        Assert.Equal((1 + (2 * 3 / 7.0)) / (2 + 2), two.Probability("a", 'a'), 1e-12);
        Assert.Equal((1 + (1 * 3 / 7.0)) / (1 + 1), two.Probability("", 'a'), 1e-12);
        Assert.Equal((0 + (1 * 2 / 7.0)) / (1 + 1), two.Probability("", 'b'), 1e-12);
    }

    [Fact]
    public void After_any_beginning_the_probabilities_of_all_symbols_add_up_to_one()
    {
        CharacterNGram model = CharacterNGram.Fit(["la virtud", "la nobleza", "el valor, y virtud"], order: 5, alphabet: "abcxyz?");
        Arbitrary<string> beginnings = Gen.Elements("lavirtudnobez, y?xQ".ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary();
        Prop.ForAll(beginnings, line => Math.Abs(model.Symbols.Sum(symbol => model.Probability(line, symbol)) - 1) < 1e-9).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_longer_context_knows_more_and_other_text_surprises_more()
    {
        string[] train = ["que el virtuoso ser es el que", "por obligacion han de dar", "a los hijos sus padres y por el que"], test = ["que es el que por obligacion"];
        double short2 = CharacterNGram.Fit(train, 2).Perplexity(test), long5 = CharacterNGram.Fit(train, 5).Perplexity(test);
        Assert.True(long5 < short2, $"{long5} and {short2}");
        Assert.True(CharacterNGram.Fit(train, 5).Perplexity(["opsib al euq"]) > long5);
        // All symbols equally likely: as many as there are.
        Assert.Equal(4, CharacterNGram.Fit(["abc"], 1).Perplexity(["abc"]), 1e-9);
    }

    [Fact]
    public void What_is_not_in_the_alphabet_has_no_probability_and_what_no_line_has_a_little()
    {
        CharacterNGram model = CharacterNGram.Fit(["aab"], 3, alphabet: "z");
        Assert.Equal(0, model.Probability("a", 'Q'));
        Assert.Equal(double.NegativeInfinity, model.LogProbability("a", 'Q'));
        Assert.Equal(double.PositiveInfinity, model.Perplexity(["Q"]));
        Assert.InRange(model.Probability("a", 'z'), 1e-6, 0.2);
        Assert.Equal([CharacterNGram.End, 'a', 'b', 'z'], model.Symbols);
    }

    [Fact]
    public void A_seed_draws_the_same_line_of_known_symbols()
    {
        CharacterNGram model = CharacterNGram.Fit(["la virtud", "la nobleza"], 4);
        Assert.Equal(model.Generate(3), model.Generate(3));
        string[] drawn = [.. Enumerable.Range(0, 20).Select(seed => model.Generate(seed, longest: 12))];
        Assert.True(drawn.Distinct().Count() > 3);
        Assert.All(drawn, line => Assert.True(line.Length <= 12 && line.All(model.Symbols.Contains) && !line.Contains(CharacterNGram.End)));
    }

    [Fact]
    public void Nothing_to_count_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CharacterNGram.Fit([]));
        Assert.Contains("Line 1", Assert.Throws<ArgumentException>(() => CharacterNGram.Fit(["a", "b\nc"])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => CharacterNGram.Fit(["a"], order: 0));
        Assert.Throws<ArgumentException>(() => CharacterNGram.Fit(["a"]).Perplexity([]));
    }
}
