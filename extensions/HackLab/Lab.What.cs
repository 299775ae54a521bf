using HackLab.Lessons;

namespace HackLab;

/// <summary>Words and languages.</summary>
public static partial class Lab
{
    /// <summary>The environment variable that chooses the <see cref="Language"/>: <c>en</c> or <c>it</c>.</summary>
    public const string LanguageVariable = Texts.Variable;

    /// <summary>
    /// The language of what HackLab itself says, <c>en</c> or <c>it</c>: from HACKLAB_LANGUAGE, else English, until it is set.
    /// </summary>
    /// <exception cref="ArgumentException">It is another language.</exception>
    /// <example><code>Lab.Language = "it";</code></example>
    public static string Language
    {
        get => Texts.Language;
        set => Texts.Language = value;
    }

    /// <summary>What a word means: a plain sentence, an exact one to fold out, and the word in Italian.</summary>
    /// <param name="term">The word, an acronym or another name of it; case and plural do not matter.</param>
    /// <returns>
    /// A card that a notebook shows when it is the cell's last line; for an unknown word, one with the nearest words.
    /// </returns>
    /// <exception cref="ArgumentException">The word is empty.</exception>
    /// <example><code>Lab.What("AUC")</code></example>
    public static GlossaryCard What(string term) => Glossary.Load().Find(term, Language);
}
