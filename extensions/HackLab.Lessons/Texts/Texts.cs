using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace HackLab.Lessons;

/// <summary>
/// The framework's own sentences, one file per language beside this one: a key such as <c>glossary.unknown</c> and a sentence
/// with the places {0}, {1} … for what changes.
/// </summary>
internal static class Texts
{
    /// <summary>The environment variable that chooses the language: <c>en</c> or <c>it</c>.</summary>
    internal const string Variable = "HACKLAB_LANGUAGE";

    private static readonly Dictionary<string, Dictionary<string, string>> Sentences =
        Languages.ToDictionary(language => language, Read);

    private static string? _chosen;

    /// <summary>What there is; the first is the one that everything was written in.</summary>
    internal static IReadOnlyList<string> Languages => ["en", "it"];

    /// <summary>The language in use: the one that was set, else the environment's, else English.</summary>
    /// <exception cref="ArgumentException">It is none of <see cref="Languages"/>.</exception>
    internal static string Language
    {
        get => _chosen ?? Known(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : "en");
        set => _chosen = Known(value);
    }

    /// <summary>The keys that a language has a sentence for.</summary>
    internal static IReadOnlyCollection<string> Keys(string language) => Sentences[Known(language)].Keys;

    /// <summary>A sentence in the language in use.</summary>
    internal static string Of(string key, params object?[] values) => In(Language, key, values);

    /// <summary>A sentence in one language. Numbers are written the same way in all of them.</summary>
    /// <exception cref="KeyNotFoundException">The language's file has no such key.</exception>
    /// <exception cref="FormatException">The sentence has more places than there are values.</exception>
    internal static string In(string language, string key, params object?[] values)
    {
        string known = Known(language);
        if (!Sentences[known].TryGetValue(key, out string? sentence))
            throw new KeyNotFoundException($"Texts/{known}.json has no '{key}'. Add it there, and to the other languages.");
        return string.Format(CultureInfo.InvariantCulture, sentence, values);
    }

    /// <summary>The two letters of a language written as <c>it</c>, <c>IT</c>, <c>it-IT</c> or <c>it_IT.UTF-8</c>.</summary>
    /// <exception cref="ArgumentException">It is none of <see cref="Languages"/>.</exception>
    internal static string Known(string? language)
    {
        string code = (language ?? "").Trim().ToLowerInvariant().Split('-', '_', '.')[0];
        return Languages.Contains(code) ? code : throw new ArgumentException(
            $"The language is '{language}'; it can be {string.Join(" or ", Languages)}. {Variable} or Lab.Language chooses it.");
    }

    private static Dictionary<string, string> Read(string language)
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"texts/{language}.json")
            ?? throw new InvalidOperationException($"Texts/{language}.json is not embedded in this library.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}
