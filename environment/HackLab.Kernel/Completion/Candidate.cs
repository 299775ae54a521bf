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

    /// <summary>Those that fit what was typed, best first.</summary>
    public static IReadOnlyList<CompletionItem> Choose(IEnumerable<Candidate> candidates, string typed) =>
    [
        .. candidates
            .Select(candidate => (candidate, rank: Match.Rank(candidate.Name, typed)))
            .Where(match => match.rank is not null)
            .OrderBy(match => match.rank)
            .ThenBy(match => match.candidate.Weight)
            .ThenBy(match => match.candidate.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(match => match.candidate.Name, StringComparer.Ordinal)
            .Select(match => match.candidate.Item)
            .DistinctBy(item => item.Text),
    ];
}
