using HackLab.Data.Display;

namespace HackLab.Lessons;

/// <summary>The answer to the question what a word means.</summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class GlossaryCard : IRichDisplay
{
    internal GlossaryCard(
        string asked, IReadOnlyList<GlossaryTerm> terms, IReadOnlyList<string> suggestions, bool isMisspelt, string language) =>
        (Asked, Terms, Suggestions, IsMisspelt, Language) = (asked, terms, suggestions, isMisspelt, language);

    /// <summary>The word that was asked for.</summary>
    public string Asked { get; }

    /// <summary>What was found: one term, several if the word has several meanings, none if it is not in the glossary.</summary>
    public IReadOnlyList<GlossaryTerm> Terms { get; }

    /// <summary>If nothing was found: the terms spelt most like it, nearest first.</summary>
    public IReadOnlyList<string> Suggestions { get; }

    /// <summary>Whether the suggestions are at most two slips of the finger away.</summary>
    public bool IsMisspelt { get; }

    /// <summary>The language of the answer.</summary>
    public string Language { get; }

    /// <inheritdoc/>
    public string ToHtml() => GlossaryHtml.Write(this);

    /// <inheritdoc/>
    public string ToText() => GlossaryText.Write(this);

    /// <summary>The card as text.</summary>
    public override string ToString() => ToText();

    /// <summary>A term's field in the answer's language; as it stands if it is a field of a tutor's own list.</summary>
    internal string FieldOf(GlossaryTerm term)
    {
        string key = $"glossary.field.{term.Field}";
        return Texts.Keys(Language).Contains(key) ? Texts.In(Language, key) : term.Field;
    }

    /// <summary>The sentences of an answer when nothing was found.</summary>
    internal IEnumerable<string> Apology()
    {
        // A pasted page is not repeated to its reader.
        string asked = Asked.Length <= 60 ? Asked : Asked[..60] + "…";
        yield return Texts.In(Language, "glossary.unknown", asked);
        string words = string.Join(", ", Suggestions);
        if (words.Length > 0) yield return Texts.In(Language, IsMisspelt ? "glossary.spelling" : "glossary.nearest", words);
        if (!IsMisspelt) yield return Texts.In(Language, "glossary.tell");
    }
}
