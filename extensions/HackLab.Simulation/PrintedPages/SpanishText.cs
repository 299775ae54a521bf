using System.Globalization;
using System.Text;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.PrintedPages;

/// <summary>
/// Writes endless sentences that look like a seventeenth-century book and mean nothing: a chain of phrases (Markov's, one state
/// per
/// kind of phrase) whose words are drawn from <see cref="SpanishWords"/>, the earlier ones of each list more often, as in
/// Zipf's law.
/// </summary>
internal sealed class SpanishText(SeededRandom random)
{
    private readonly Queue<string> _ready = new();

    /// <summary>The next word, with the mark that follows it.</summary>
    internal string NextWord()
    {
        while (_ready.Count == 0) AddSentence();
        return _ready.Dequeue();
    }

    private void AddSentence()
    {
        var words = new List<string>();
        int clauses = 1 + random.NextInt(4);
        for (int i = 0; i < clauses; i++)
        {
            if (i > 0)
            {
                words[^1] += random.NextInt(12) switch { 0 => ";", 1 => ":", 2 or 3 => "", _ => "," };
                words.Add(Pick(SpanishWords.Conjunctions));
            }
            AddClause(words);
        }
        words[^1] += random.NextInt(25) == 0 ? "?" : ".";
        if (random.NextInt(15) == 0) Enclose(words);
        words[0] = char.ToUpper(words[0][0], CultureInfo.InvariantCulture) + words[0][1..];
        foreach (string word in words) _ready.Enqueue(word);
    }

    private void AddClause(List<string> words)
    {
        if (random.NextInt(5) == 0) words.Add(Pick(SpanishWords.Adverbs));
        if (random.NextInt(7) == 0) words.Add(Pick(SpanishWords.Names));
        else AddNounPhrase(words);
        if (random.NextInt(4) == 0) words.Add(Pick(SpanishWords.Pronouns));
        words.Add(Pick(SpanishWords.Verbs));
        if (random.NextInt(5) == 0) words.Add(Pick(SpanishWords.Infinitives));
        if (random.NextInt(3) > 0) AddNounPhrase(words);
        while (random.NextInt(5) < 2)
        {
            words.Add(Pick(SpanishWords.Prepositions));
            AddNounPhrase(words);
        }
        if (random.NextInt(60) == 0) words.Add((1 + random.NextInt(1699)).ToString(CultureInfo.InvariantCulture));
    }

    private void AddNounPhrase(List<string> words)
    {
        bool feminine = random.NextInt(2) == 0;
        if (random.NextInt(6) > 0) words.Add(Pick(feminine ? SpanishWords.FeminineArticles : SpanishWords.MasculineArticles));
        words.Add(Pick(feminine ? SpanishWords.FeminineNouns : SpanishWords.MasculineNouns));
        if (random.NextInt(3) == 0)
        {
            if (random.NextInt(4) == 0) words.Add("mas");
            words.Add(Pick(feminine ? SpanishWords.FeminineAdjectives : SpanishWords.MasculineAdjectives));
        }
    }

    private void Enclose(List<string> words)
    {
        int first = random.NextInt(words.Count), last = Math.Min(first + 1 + random.NextInt(4), words.Count - 1);
        words[first] = "(" + words[first];
        // The bracket closes before the mark that ends the word.
        var closed = new StringBuilder(words[last]);
        int at = closed.Length > 0 && !char.IsLetterOrDigit(closed[^1]) && closed[^1] != '(' ? closed.Length - 1 : closed.Length;
        words[last] = closed.Insert(at, ')').ToString();
    }

    // Half of the draws fall on the first quarter of the list, and so on: u² of its length.
    private string Pick(string[] words)
    {
        double u = random.NextDouble();
        return words[(int)(u * u * words.Length)];
    }
}
