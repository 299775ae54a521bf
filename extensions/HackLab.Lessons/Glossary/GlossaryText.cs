using System.Text;

namespace HackLab.Lessons;

/// <summary>Writes a card as text; nothing is folded away there.</summary>
internal static class GlossaryText
{
    internal static string Write(GlossaryCard card)
    {
        if (card.Terms.Count == 0) return string.Join('\n', card.Apology());
        var text = new StringBuilder();
        if (card.Terms.Count > 1)
            text.Append(Texts.In(card.Language, "glossary.meanings", card.Asked, card.Terms.Count)).Append("\n\n");
        return text.AppendJoin("\n\n", card.Terms.Select(term => Write(term, card))).ToString();
    }

    private static string Write(GlossaryTerm term, GlossaryCard card)
    {
        string language = card.Language;
        bool italian = language == "it";
        var text = new StringBuilder(term.Term);
        if (term.Also.Count > 0) text.Append(" · ").Append(Texts.In(language, "glossary.also", string.Join(", ", term.Also)));
        string gloss = $"{term.Italian.Term}: {term.Italian.Sentence}";
        text.Append('\n').Append(italian ? gloss : term.Plain);
        Line("more", term.Expert);
        Line("other", italian ? term.Plain : gloss);
        Line("field", card.FieldOf(term));
        Line("lesson", term.Lesson);
        if (term.See.Count > 0) Line("see", string.Join(", ", term.See));
        return text.ToString();

        void Line(string name, string value) =>
            text.Append("\n  ").Append(Texts.In(language, $"glossary.{name}")).Append(": ").Append(value);
    }
}
