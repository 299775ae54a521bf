namespace HackLab.Lessons;

/// <summary>Finds terms by any of their names, and the nearest ones for a word that is none of them.</summary>
internal sealed class GlossaryIndex
{
    // More than this and the answer is a list to read, no longer a hint.
    private const int MostSuggestions = 5;

    private readonly Dictionary<string, List<GlossaryTerm>> _byName = [];

    internal GlossaryIndex(IReadOnlyList<GlossaryTerm> terms)
    {
        foreach (GlossaryTerm term in terms)
        {
            foreach (string name in Names(term))
            {
                string key = Spelling.Key(name);
                if (!_byName.TryGetValue(key, out List<GlossaryTerm>? same)) _byName[key] = same = [];
                if (!same.Contains(term)) same.Add(term);
            }
        }
    }

    /// <summary>The terms with such a name; several if a word has several meanings, none if nobody has it.</summary>
    internal IReadOnlyList<GlossaryTerm> Find(string word)
    {
        foreach (string form in Spelling.Forms(Spelling.Key(word)))
        {
            if (_byName.TryGetValue(form, out List<GlossaryTerm>? found)) return found;
        }
        return [];
    }

    /// <summary>
    /// The terms spelt most like a word: those at most two slips away, or if there are none those that share most letters.
    /// </summary>
    internal IReadOnlyList<string> Nearest(string word, out bool misspelt)
    {
        string key = Spelling.Key(word);
        // In three letters one slip is a lot, AUC and ARI being two apart; in two it could be any word.
        int slips = Math.Min(key.Length / 3, 2);
        var near = _byName
            .Select(pair => (Name: pair.Key, Terms: pair.Value))
            .Select(n => (Slips: Spelling.Distance(key, n.Name), Shared: Spelling.Likeness(key, n.Name),
                Longer: Math.Abs(n.Name.Length - key.Length), n.Terms))
            .ToArray();
        misspelt = near.Any(n => n.Slips <= slips);
        // A wrong letter is likelier than one too many: AUX is AUC, not AU.
        var best = misspelt
            ? near.Where(n => n.Slips <= slips).OrderBy(n => n.Slips).ThenBy(n => n.Longer).ThenByDescending(n => n.Shared)
            : near.Where(n => n.Shared > 0.2).OrderByDescending(n => n.Shared);
        return [.. best.SelectMany(n => n.Terms).Select(t => t.Term).Distinct().Take(MostSuggestions)];
    }

    private static IEnumerable<string> Names(GlossaryTerm term)
    {
        yield return term.Term;
        int bracket = term.Term.IndexOf(" (", StringComparison.Ordinal);
        if (bracket > 0) yield return term.Term[..bracket];
        foreach (string name in term.Also) yield return name;
        yield return term.Italian.Term;
    }
}
