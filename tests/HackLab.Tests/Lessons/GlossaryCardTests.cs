using System.Net;
using System.Text.RegularExpressions;
using HackLab.Data.Display;
using HackLab.Lessons;
using HackLab.Tests.Facade;
using Xunit;
using TheLab = HackLab.Lab;

namespace HackLab.Tests.Lessons;

/// <summary>The language in use belongs to the process, so these tests run alone.</summary>
[Collection(HostHooks.Name)]
public sealed class GlossaryCardTests : IDisposable
{
    private readonly string _before = TheLab.Language;

    public void Dispose() => TheLab.Language = _before;

    [Fact]
    public void An_English_card_says_it_plainly_and_folds_the_exact_sentence_away()
    {
        TheLab.Language = "en";
        GlossaryCard card = TheLab.What("AUC");
        GlossaryTerm auc = Assert.Single(card.Terms);
        string html = WebUtility.HtmlDecode(card.ToHtml());
        int plain = html.IndexOf(auc.Plain, StringComparison.Ordinal), fold = html.IndexOf("<details>", StringComparison.Ordinal);
        Assert.InRange(plain, 0, fold);
        int end = html.IndexOf("</details>", StringComparison.Ordinal);
        Assert.InRange(html.IndexOf(auc.Expert, StringComparison.Ordinal), fold, end);
        Assert.Contains("<span lang=\"it\"><b>area sotto la curva ROC</b>", html, StringComparison.Ordinal);
        Assert.Contains("First lesson: <code>higgs/1-beginner</code>", html, StringComparison.Ordinal);
        Assert.Contains("See also: ROC curve, threshold, bootstrap", html, StringComparison.Ordinal);
        Assert.Contains("also called area under the ROC curve", card.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Italian_card_begins_with_the_Italian_sentence()
    {
        TheLab.Language = "it";
        string text = TheLab.What("AUC").ToText();
        const string Sentence = "La probabilità che un segnale abbia un punteggio più alto di un fondo.";
        Assert.Equal("area sotto la curva ROC: " + Sentence, text.Split('\n')[1]);
        Assert.Contains("Campo: apprendimento automatico", text, StringComparison.Ordinal);
        Assert.Contains("Intendevi overfitting?", TheLab.What("overfiting").ToText(), StringComparison.Ordinal);
        Assert.Equal("it", TheLab.Language);
    }

    [Fact]
    public void What_a_tutor_or_a_learner_writes_is_shown_and_not_run()
    {
        const string Script = "<script>alert(1)</script> & \\\"";
        string json = $$"""
            [{"term": "{{Script}}", "also": ["{{Script}}"], "plain": "{{Script}}", "expert": "{{Script}}", "field": "{{Script}}",
              "italian": {"term": "{{Script}}", "sentence": "{{Script}}"}, "lesson": "{{Script}}", "see": ["{{Script}}"]}]
            """;
        string found = Glossary.Parse(json).Find("script alert(1) script &").ToHtml();
        GlossaryCard unknown = Glossary.Load().Find("<img src=x onerror=alert(1)>", "it");
        Assert.Equal(9, Regex.Count(found, "&lt;script&gt;"));
        Assert.DoesNotContain("<script", found, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", unknown.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("&lt;img", unknown.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_card_can_be_shown_in_every_language_with_its_tags_closed()
    {
        foreach (string language in Texts.Languages)
        {
            foreach (GlossaryTerm term in Glossary.Load().Terms)
            {
                GlossaryCard card = Glossary.Load().Find(term.Term, language);
                string html = card.ToHtml();
                foreach (string tag in new[] { "div", "p", "details", "summary", "small", "b", "span", "code", "style" })
                    Assert.Equal(Regex.Count(html, $"<{tag}[ >]"), Regex.Count(html, $"</{tag}>"));
                Assert.Contains(term.Expert, card.ToText(), StringComparison.Ordinal);
                Assert.DoesNotContain("glossary.", card.ToText(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Notebooks_find_how_to_show_a_card() =>
        Assert.Contains(typeof(GlossaryCard).GetCustomAttributes(inherit: false), a => a is TypeFormatterSourceAttribute);
}
