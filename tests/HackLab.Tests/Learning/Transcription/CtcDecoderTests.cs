using HackLab.Learning;
using HackLab.Simulation.Numerics;
using Xunit;
using static TorchSharp.torch;

namespace HackLab.Tests.Learning.Transcription;

public sealed class CtcDecoderTests
{
    private static readonly CtcDecoder s_ab = new("ab");
    private static readonly CharacterNGram s_language = CharacterNGram.Fit(["ab", "abab", "aab", "b"], order: 3, alphabet: "ab");

    [Fact]
    public void Neighbouring_steps_of_one_class_are_one_character_and_a_blank_parts_two() =>
        Assert.Equal("aab", s_ab.Greedy(Path(0, 1, 1, 0, 1, 2, 2, 0)));

    [Fact]
    public void No_steps_are_no_text()
    {
        Assert.Equal("", s_ab.Greedy(new CtcScores([], 3)));
        Assert.Equal("", s_ab.Beam(new CtcScores([], 3)));
    }

    [Fact]
    public void Characters_are_classes_from_one_and_unknown_ones_are_named()
    {
        Assert.Equal([2, 1, 1], s_ab.Encode("baa"));
        Assert.Equal(3, s_ab.Classes);
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => s_ab.Encode("ax")).Message);
        Assert.Contains("'a' twice", Assert.Throws<ArgumentException>(() => new CtcDecoder("aba")).Message);
        Assert.Throws<ArgumentException>(() => new CtcDecoder(""));
    }

    [Fact]
    public void Beam_search_finds_a_text_whose_many_ways_are_likelier_together_than_the_single_best_way()
    {
        var scores = new CtcScores([.. new[] { 0.6f, 0.4f, 0.6f, 0.4f }.Select(p => MathF.Log(p))], 2);
        var decoder = new CtcDecoder("a");
        Assert.Equal("", decoder.Greedy(scores));
        BeamHypothesis best = decoder.BeamHypotheses(scores, new() { InsertionBonus = 0 })[0];
        Assert.Equal("a", best.Text);
        Assert.Equal(0.64, Math.Exp(best.LogProbability), 1e-6);      // blank a, a blank, a a
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_wide_beam_finds_what_trying_all_ways_finds(bool withLanguage)
    {
        var options = new BeamOptions
        {
            Width = 1000, LanguageWeight = 0.7, InsertionBonus = 0.3, LeastLogProbability = double.NegativeInfinity,
            Language = withLanguage ? s_language : null,
        };
        for (int seed = 1; seed <= 20; seed++)
        {
            CtcScores scores = RandomScores(seed, steps: 6, classes: 3);
            Dictionary<string, double> all = AllWays(scores);
            IReadOnlyList<BeamHypothesis> found = s_ab.BeamHypotheses(scores, options);
            Assert.Equal(all.Count, found.Count);
            foreach (BeamHypothesis text in found)
            {
                Assert.Equal(Math.Log(all[text.Text]), text.LogProbability, 1e-6);
                Assert.Equal(ScoreOf(text.Text, all[text.Text], options), text.Score, 1e-6);
            }
            Assert.Equal(all.MaxBy(pair => ScoreOf(pair.Key, pair.Value, options)).Key, s_ab.Beam(scores, options));
        }
    }

    [Fact]
    public void The_probability_of_a_text_is_that_of_the_loss_that_trained_for_it()
    {
        CtcScores scores = RandomScores(5, steps: 8, classes: 3);
        BeamHypothesis text = s_ab.BeamHypotheses(scores, new() { Width = 10_000, LeastLogProbability = double.NegativeInfinity }).First(found => found.Text == "aba");
        Tensor loss = nn.functional.ctc_loss(
            tensor(scores.LogProbabilities.ToArray(), [8, 1, 3]), tensor(s_ab.Encode("aba")), tensor(new long[] { 8 }), tensor(new long[] { 3 }), reduction: nn.Reduction.Sum);
        Assert.Equal(-loss.item<float>(), text.LogProbability, 1e-4);
    }

    [Fact]
    public void A_language_model_chooses_between_letters_that_look_alike()
    {
        var decoder = new CtcDecoder("einru");
        CharacterNGram language = CharacterNGram.Fit(["reunir", "reunir", "unir", "reinen"], order: 4);
        // r e ? n i r, where the third letter is n a little rather than u.
        float[] table = [.. "re?nir".SelectMany(c => new[] { -6f }.Concat("einru".Select(k =>
            c == '?' ? (k == 'n' ? MathF.Log(0.5f) : k == 'u' ? MathF.Log(0.45f) : -5) : k == c ? MathF.Log(0.98f) : -7)))];
        var scores = new CtcScores(table, 6);
        Assert.Equal("renir", decoder.Greedy(scores));          // both n run together
        Assert.Equal("reunir", decoder.Beam(scores, new() { Language = language }));
    }

    [Fact]
    public void What_cannot_be_decoded_is_named()
    {
        Assert.Contains("3 classes", Assert.Throws<ArgumentException>(() => new CtcDecoder("abc").Greedy(RandomScores(1, 4, 3))).Message);
        Assert.Contains("whole steps", Assert.Throws<ArgumentException>(() => new CtcScores(new float[4], 3)).Message);
        Assert.Contains("Step 1, class 0", Assert.Throws<ArgumentException>(() => new CtcScores([-1, -1, float.NaN, -1], 2)).Message);
        Assert.Contains("log_softmax", Assert.Throws<ArgumentException>(() => new CtcScores([0.5f, -1], 2)).Message);
        Assert.Throws<ArgumentException>(() => new CtcScores([0], 1));
        CtcScores scores = RandomScores(1, 4, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => scores.At(4).Length);
        Assert.Throws<ArgumentException>(() => s_ab.Beam(scores, new() { Width = 0 }));
        Assert.Throws<ArgumentException>(() => s_ab.Beam(scores, new() { LanguageWeight = -1 }));
        Assert.Throws<ArgumentException>(() => s_ab.Beam(scores, new() { InsertionBonus = double.NaN }));
        Assert.Throws<ArgumentException>(() => s_ab.Beam(scores, new() { LeastLogProbability = 0 }));
    }

    private static CtcScores Path(params int[] classes) =>
        new([.. classes.SelectMany(best => Enumerable.Range(0, 3).Select(k => MathF.Log(k == best ? 0.9f : 0.05f)))], 3);

    private static CtcScores RandomScores(int seed, int steps, int classes)
    {
        var random = new SeededRandom(seed);
        var values = new float[steps * classes];
        for (int step = 0; step < steps; step++)
        {
            double[] weights = [.. Enumerable.Range(0, classes).Select(_ => Math.Exp(1.5 * random.NextNormal()))];
            for (int k = 0; k < classes; k++) values[(step * classes) + k] = (float)Math.Log(weights[k] / weights.Sum());
        }
        return new CtcScores(values, classes);
    }

    // The probability of every text: the sum over all paths of classes that write it.
    private static Dictionary<string, double> AllWays(CtcScores scores)
    {
        var all = new Dictionary<string, double>();
        int paths = (int)Math.Pow(scores.Classes, scores.Steps);
        for (int path = 0; path < paths; path++)
        {
            string text = "";
            double log = 0;
            for (int step = 0, rest = path, before = 0; step < scores.Steps; step++, rest /= scores.Classes)
            {
                int k = rest % scores.Classes;
                log += scores.At(step)[k];
                if (k != 0 && k != before) text += " ab"[k];
                before = k;
            }
            all[text] = all.GetValueOrDefault(text) + Math.Exp(log);
        }
        return all;
    }

    private static double ScoreOf(string text, double probability, BeamOptions options)
    {
        double score = Math.Log(probability) + (options.InsertionBonus * text.Length);
        if (options.Language is not { } model) return score;
        for (int i = 0; i <= text.Length; i++)
            score += options.LanguageWeight * model.LogProbability(text.AsSpan(0, i), i < text.Length ? text[i] : CharacterNGram.End);
        return score;
    }
}
