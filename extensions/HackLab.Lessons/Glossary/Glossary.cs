using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using HackLab.Data;

namespace HackLab.Lessons;

/// <summary>The words of the course and what they mean, each in a plain sentence, in an exact one and in Italian.</summary>
public sealed class Glossary
{
    private static readonly Lazy<Glossary> OfTheCourse = new(ReadEmbedded);

    // Everything must be there: a misspelt property in the file is an error and not an empty sentence on a card.
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private readonly GlossaryIndex _index;

    private Glossary(IReadOnlyList<GlossaryTerm> terms) => (Terms, _index) = (terms, new GlossaryIndex(terms));

    /// <summary>All terms, in the file's order.</summary>
    public IReadOnlyList<GlossaryTerm> Terms { get; }

    /// <summary>The course's glossary, which this library brings along. It is read once.</summary>
    /// <example><code>int words = Glossary.Load().Terms.Count;</code></example>
    public static Glossary Load() => OfTheCourse.Value;

    /// <summary>A glossary from the text of a file like <c>notebooks/glossary.json</c>.</summary>
    /// <param name="json">A list of terms.</param>
    /// <param name="name">The file's name, for the message if it is wrong.</param>
    /// <exception cref="DataFormatException">It is no such list; the message says in which line.</exception>
    /// <example><code>var ours = Glossary.Parse(File.ReadAllText("our-words.json"));</code></example>
    public static Glossary Parse(string json, string name = "glossary.json")
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            GlossaryTerm?[] terms = JsonSerializer.Deserialize<GlossaryTerm?[]>(json, Strict) ?? [];
            // The reader looks at properties only, not at what stands in a list.
            int hole = Array.FindIndex(terms, t => t is null || t.Also.Contains(null!) || t.See.Contains(null!));
            return hole < 0 ? new Glossary(terms!) : throw Wrong(name, $"a null in term {hole + 1}");
        }
        catch (JsonException why)
        {
            throw Wrong(name, why.Message, why);
        }
    }

    /// <summary>
    /// Looks a word up. Case, blanks and hyphens do not count; acronyms, other names, Italian names and plurals are found too. A
    /// word that is not there gets an answer with the words that are spelt most like it.
    /// </summary>
    /// <param name="term">The word, such as <c>AUC</c>, <c>area under the curve</c> or <c>confusion matrices</c>.</param>
    /// <param name="language">The language of the answer, <c>en</c> or <c>it</c>; null for the one in use.</param>
    /// <returns>A card that a notebook shows when it is the cell's last line.</returns>
    /// <exception cref="ArgumentException">The word is empty, or there is no such language.</exception>
    /// <example><code>Glossary.Load().Find("AUC", "it")</code></example>
    public GlossaryCard Find(string term, string? language = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(term);
        string answer = language is null ? Texts.Language : Texts.Known(language);
        IReadOnlyList<GlossaryTerm> found = _index.Find(term);
        return found.Count > 0
            ? new GlossaryCard(term.Trim(), found, [], false, answer)
            : new GlossaryCard(term.Trim(), [], _index.Nearest(term, out bool misspelt), misspelt, answer);
    }

    private static DataFormatException Wrong(string name, string found, JsonException? why = null) => new(
        name, "a list of terms, each with term, also, plain, expert, field, italian (term, sentence), lesson and see", found,
        "Compare it with a term of notebooks/glossary.json.", (why?.LineNumber ?? -1) + 1, inner: why);

    private static Glossary ReadEmbedded()
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream("glossary.json")
            ?? throw new InvalidOperationException("notebooks/glossary.json is not embedded in this library.");
        using var reader = new StreamReader(file);
        return Parse(reader.ReadToEnd(), "notebooks/glossary.json");
    }
}
