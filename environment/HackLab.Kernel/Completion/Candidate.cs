namespace HackLab.Kernel.Completion;

/// <summary>Something that may be proposed.</summary>
/// <param name="Item">How it is proposed.</param>
/// <param name="Name">What typed letters are compared with.</param>
/// <param name="Weight">Among those that fit equally well, the smaller comes first: what is near before what is far.</param>
internal sealed record Candidate(CompletionItem Item, string Name, int Weight)
{
    public const int Local = 0;
    public const int Session = 1;
    public const int Member = 2;
    public const int Type = 3;
    public const int Far = 4;
    public const int OfEveryObject = 5;

    /// <summary>
    /// Those that start with what was typed, best first; only if none does, those with fitting humps or parts. (A list that
    /// mixes both would hide the one name that was meant.)
    /// </summary>
    public static IReadOnlyList<CompletionItem> Choose(IEnumerable<Candidate> candidates, string typed)
    {
        List<(Candidate Candidate, int Rank)> fitting =
            [.. candidates.Select(c => (c, Match.Rank(c.Name, typed))).Where(m => m.Item2 is not null).Select(m => (m.c, m.Item2!.Value))];
        int worst = fitting.Exists(m => m.Rank <= Match.OtherCase) ? Match.OtherCase : int.MaxValue;
        return
        [
            .. fitting
                .Where(m => m.Rank <= worst)
                .OrderBy(m => m.Rank)
                .ThenBy(m => m.Candidate.Weight)
                .ThenBy(m => m.Candidate.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(m => m.Candidate.Name, StringComparer.Ordinal)
                .Select(m => m.Candidate.Item)
                .DistinctBy(item => item.Text),
        ];
    }
}
