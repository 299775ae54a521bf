namespace HackLab.Evaluation.Internals;

/// <summary>Puts the rows of a leaderboard in order: the best first, equal scores on the same place.</summary>
internal static class Ranking
{
    public static IReadOnlyList<LeaderboardRow> Of(Challenge challenge, IEnumerable<LeaderboardRow> rows)
    {
        LeaderboardRow[] all = [.. rows];
        LeaderboardRow[] ranked = BestFirst(challenge,
            all.Where(row => row.Kind is LeaderboardKind.Entry or LeaderboardKind.Baseline));
        var places = new List<LeaderboardRow>();
        for (int i = 0; i < ranked.Length; i++)
        {
            int place = 1 + Array.FindIndex(ranked, row => row.Score!.Value == ranked[i].Score!.Value);
            places.Add(ranked[i] with
            {
                Place = place,
                IsTied = ranked.Count(row => row.Score!.Value == ranked[i].Score!.Value) > 1,
            });
        }
        return
        [
            .. places,
            .. all.Where(row => row.Kind == LeaderboardKind.Earlier).OrderBy(row => row.Team, StringComparer.Ordinal)
                .ThenBy(row => row.File, StringComparer.Ordinal),
            .. BestFirst(challenge, all.Where(row => row.Kind == LeaderboardKind.Published)),
            .. all.Where(row => row.Kind == LeaderboardKind.Refused).OrderBy(row => row.File, StringComparer.Ordinal),
        ];
    }

    /// <summary>Rows with scores in order; names decide the order of equals, so that the order of files does not.</summary>
    public static LeaderboardRow[] BestFirst(Challenge challenge, IEnumerable<LeaderboardRow> scored) =>
    [
        .. scored.OrderBy(row => challenge.HigherIsBetter ? -row.Score!.Value : row.Score!.Value)
            .ThenBy(row => row.Team, StringComparer.Ordinal).ThenBy(row => row.Model, StringComparer.Ordinal),
    ];
}
