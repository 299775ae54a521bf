using System.Net;
using System.Text;

namespace HackLab.Lessons;

/// <summary>
/// Writes a card as HTML that fits light and dark pages: colours and font are the page's, lines are half-transparent grey. The
/// exact sentence is folded away.
/// </summary>
internal static class GlossaryHtml
{
    private const string Style =
        "<style>.hacklab-term{border-left:3px solid #8888;padding:2px 12px;margin:6px 0;max-width:48em;color:inherit}" +
        ".hacklab-term p{margin:4px 0}.hacklab-term summary{cursor:pointer}" +
        ".hacklab-term small,.hacklab-term summary{opacity:.75}</style>";

    internal static string Write(GlossaryCard card)
    {
        var html = new StringBuilder(Style);
        if (card.Terms.Count == 0)
        {
            var sentences = card.Apology().Select(sentence => $"<p>{Encode(sentence)}</p>");
            return html.Append("<div class=\"hacklab-term\">").AppendJoin("", sentences).Append("</div>").ToString();
        }
        string meanings = Texts.In(card.Language, "glossary.meanings", card.Asked, card.Terms.Count);
        if (card.Terms.Count > 1) html.Append("<p>").Append(Encode(meanings)).Append("</p>");
        foreach (GlossaryTerm term in card.Terms) Write(html, term, card);
        return html.ToString();
    }

    private static void Write(StringBuilder html, GlossaryTerm term, GlossaryCard card)
    {
        // Screen readers change their voice by lang, so each sentence says its own.
        string plain = $"<span lang=\"en\">{Encode(term.Plain)}</span>";
        string gloss = $"<span lang=\"it\"><b>{Encode(term.Italian.Term)}</b>: {Encode(term.Italian.Sentence)}</span>";
        bool italian = card.Language == "it";
        html.Append("<div class=\"hacklab-term\"><p><b>").Append(Encode(term.Term)).Append("</b>");
        if (term.Also.Count > 0)
            html.Append(" <small>· ").Append(Label("also", string.Join(", ", term.Also))).Append("</small>");
        html.Append("</p><p>").Append(italian ? gloss : plain).Append("</p>")
            .Append("<details><summary>").Append(Label("more")).Append("</summary>")
            .Append("<p lang=\"en\">").Append(Encode(term.Expert)).Append("</p></details>")
            .Append("<p><small>").Append(Label("other")).Append(":</small> ").Append(italian ? plain : gloss).Append("</p>")
            .Append("<p><small>").Append(Label("field")).Append(": ").Append(Encode(card.FieldOf(term)))
            .Append(" · ").Append(Label("lesson")).Append(": <code>").Append(Encode(term.Lesson)).Append("</code>");
        if (term.See.Count > 0) html.Append(" · ").Append(Label("see")).Append(": ").Append(Encode(string.Join(", ", term.See)));
        html.Append("</small></p></div>");

        string Label(string name, params object?[] values) => Encode(Texts.In(card.Language, $"glossary.{name}", values));
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
