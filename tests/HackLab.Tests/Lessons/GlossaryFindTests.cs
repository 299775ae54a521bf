using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Lessons;
using Xunit;

namespace HackLab.Tests.Lessons;

public sealed class GlossaryFindTests
{
    private static readonly Glossary Course = Glossary.Load();

    [Theory]
    [InlineData("AUC", "AUC")]
    [InlineData(" auc ", "AUC")]
    [InlineData("area under the ROC curve", "AUC")]
    [InlineData("ROC-AUC", "AUC")]
    [InlineData("LogisticRegression", "logistic regression")]
    [InlineData("logistic_regression", "logistic regression")]
    [InlineData("“overfitting”", "overfitting")]
    [InlineData("tSNE", "t-SNE")]
    [InlineData("R²", "R2")]
    [InlineData("R^2", "R2")]
    [InlineData("c#", "C#")]
    [InlineData("Conv2d", "convolution")]
    [InlineData("Hyperparameters", "hyperparameter")]
    [InlineData("GPUs", "GPU")]
    [InlineData("confusion matrices", "confusion matrix")]
    [InlineData("losses", "loss")]
    [InlineData("galaxies", "")]
    [InlineData("boundaries", "")]
    [InlineData("noise spectra", "PSD")]
    [InlineData("subhaloes", "substructure")]
    [InlineData("neural networks", "neural network")]
    [InlineData("shot", "shots")]
    [InlineData("sovradattamento", "overfitting")]
    [InlineData("significativita", "significance")]
    [InlineData("SIGNIFICATIVITÀ", "significance")]
    public void A_word_is_found_by_any_of_its_names_and_spellings(string asked, string term) =>
        Assert.Equal(term, string.Join(", ", Course.Find(asked).Terms.Select(t => t.Term)));

    [Theory]
    [InlineData("kernel", "filter, kernel (method), kernel (notebook)")]
    [InlineData("CI", "confidence interval, continuous integration")]
    [InlineData("class", "class (label), type")]
    public void A_word_with_several_meanings_gets_all_of_them(string asked, string terms)
    {
        GlossaryCard card = Course.Find(asked);
        Assert.Equal(terms, string.Join(", ", card.Terms.Select(t => t.Term)));
        Assert.StartsWith($"“{asked}” has {card.Terms.Count} meanings here.", card.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("overfiting", "overfitting")]
    [InlineData("logisitc regression", "logistic regression")]
    [InlineData("gradeint decsent", "gradient descent")]
    [InlineData("qbit", "qubit")]
    [InlineData("AUX", "AUC")]
    [InlineData("Hisg boson", "Higgs boson")]
    public void A_slip_of_the_finger_gets_the_word_that_was_meant(string asked, string meant)
    {
        GlossaryCard card = Course.Find(asked);
        Assert.Empty(card.Terms);
        Assert.True(card.IsMisspelt);
        Assert.Equal(meant, card.Suggestions[0]);
        Assert.Contains("Did you mean " + meant, card.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("tell your tutor", card.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_is_not_there_gets_the_nearest_ones()
    {
        GlossaryCard card = Course.Find("gradient boosted regression stumps");
        Assert.False(card.IsMisspelt);
        Assert.Contains("gradient boosting", card.Suggestions);
        Assert.InRange(card.Suggestions.Count, 1, 5);
        Assert.Contains("is not in the glossary yet", card.ToText(), StringComparison.Ordinal);
        Assert.Contains("tell your tutor", card.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xyzzyq")]
    [InlineData("???")]
    [InlineData("日本語")]
    public void A_word_like_no_other_gets_an_answer_without_suggestions(string asked)
    {
        GlossaryCard card = Course.Find(asked);
        Assert.Empty(card.Suggestions);
        Assert.Contains(asked, card.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pasted_page_is_answered_and_not_repeated() =>
        Assert.True(Course.Find(new string('a', 100_000)).ToHtml().Length < 2_000);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void An_empty_question_is_refused(string asked) => Assert.Throws<ArgumentException>(() => Course.Find(asked));

    [Fact]
    public void Every_term_is_found_by_each_of_its_names_and_by_its_plural()
    {
        foreach (GlossaryTerm term in Course.Terms)
        {
            string[] names = [term.Term, term.Italian.Term, .. term.Also];
            Assert.All(names, name => Assert.Contains(term, Course.Find(name).Terms));
        }
        string[] regular = ["feature", "jet", "epoch", "quark", "pixel", "tensor", "decision tree", "qubit", "threshold"];
        Assert.All(regular, word => Assert.Equal(word, Course.Find(word + "s").Terms.Single().Term));
    }

    // The definition, as a recursion without a table: what the fast way must agree with.
    [Fact]
    public void The_distance_of_two_words_is_the_least_number_of_slips()
    {
        Gen<string> word = Gen.Elements('a', 'b', 'c').ArrayOf().Where(w => w.Length <= 6).Select(w => new string(w));
        Prop.ForAll(Arb.From(word), Arb.From(word), (a, b) => Spelling.Distance(a, b) == Slips(a, b)).QuickCheckThrowOnFailure();
        Assert.Equal(3, Spelling.Distance("kitten", "sitting"));
        Assert.Equal(1, Spelling.Distance("jet", "jte"));
    }

    private static int Slips(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return a.Length + b.Length;
        int best = Math.Min(Slips(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1), Math.Min(Slips(a[1..], b), Slips(a, b[1..])) + 1);
        bool swapped = a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0];
        return swapped ? Math.Min(best, Slips(a[2..], b[2..]) + 1) : best;
    }

    [Theory]
    [InlineData("[", 1)]
    [InlineData("{}", 1)]
    [InlineData("[\n{\"term\": \"x\"}\n]", 2)]
    [InlineData("[\n{\"term\": \"x\", \"plan\": \"y\"}\n]", 2)]
    public void A_damaged_file_is_named_with_its_line(string json, long line)
    {
        var wrong = Assert.Throws<DataFormatException>(() => Glossary.Parse(json, "ours.json"));
        Assert.Equal("ours.json", wrong.File);
        Assert.Equal(line, wrong.Line);
    }

    [Fact]
    public void A_hole_in_the_list_is_named()
    {
        var wrong = Assert.Throws<DataFormatException>(() => Glossary.Parse("[null]"));
        Assert.Contains("a null in term 1", wrong.Message, StringComparison.Ordinal);
    }
}
