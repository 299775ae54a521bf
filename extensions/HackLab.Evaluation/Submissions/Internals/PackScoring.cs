using HackLab.Data;
using HackLab.Data.Hosting;

namespace HackLab.Evaluation.Internals;

/// <summary>Scores packs: reads each, finds out whether it counts, and compares it with the first.</summary>
internal sealed class PackScoring(Truth truth, int resamples)
{
    private readonly Challenge _challenge = truth.Set.Challenge;
    private readonly List<LeaderboardRow> _rows = [];
    private readonly List<(LeaderboardRow Row, Submission Submission)> _scored = [];

    public Leaderboard Run(IEnumerable<string> paths, IEnumerable<Submission> baselines)
    {
        var packs = new List<SubmissionPack>();
        foreach (string path in paths)
        {
            NotebookHost.Token.ThrowIfCancellationRequested();
            if (Accept(path, packs) is { } pack) packs.Add(pack);
        }
        foreach (var team in packs.GroupBy(pack => pack.Submission.Card.Team.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            SubmissionPack[] newestFirst = [.. team.OrderByDescending(pack => pack.Created)
                .ThenBy(pack => pack.Sha256, StringComparer.Ordinal)];
            for (int i = 0; i < newestFirst.Length; i++)
                Score(newestFirst[i].Submission, i == 0 ? LeaderboardKind.Entry : LeaderboardKind.Earlier,
                    Path.GetFileName(newestFirst[i].Path));
        }
        foreach (Submission baseline in baselines) Score(baseline, LeaderboardKind.Baseline, "");
        Compare();
        string rows = truth.Seed == Challenge.PracticeSeed ? "practice rows, whose labels anybody can make" : "hidden rows";
        return new Leaderboard(
            _challenge, Words.Of($"{_challenge.Metric} on {truth.Set.Count:N0} {rows}"),
            [.. _scored.Select(one => one.Row), .. _rows, .. Leaderboard.PublishedRows(_challenge)]);
    }

    private SubmissionPack? Accept(string path, List<SubmissionPack> before)
    {
        string file = Path.GetFileName(path);
        try
        {
            SubmissionPack pack = PackReader.Read(path, [_challenge]);
            if (pack.Submission.ProblemsFor(truth.Set) is [var problem, ..]) return Refuse(problem);
            if (before.Find(one => one.Sha256 == pack.Sha256) is { } twin)
                return Refuse($"The same pack as {Path.GetFileName(twin.Path)}.");
            return pack;
        }
        catch (DataFormatException e)
        {
            return Refuse(e.Message.Replace(path, file, StringComparison.Ordinal));
        }

        SubmissionPack? Refuse(string why)
        {
            _rows.Add(new LeaderboardRow(LeaderboardKind.Refused, file, "", null) { File = file, Note = Printable(why) });
            return null;
        }
    }

    private void Score(Submission submission, LeaderboardKind kind, string file)
    {
        Interval score = truth.Score(submission, resamples);
        SubmissionCard card = submission.Card;
        // Both intervals tremble: an honest estimate can miss the score, but the two hardly ever lie apart.
        string promise = card.Estimate is not { } own ? "" : own.Low > score.High ? "scored below what the team promised"
            : own.High < score.Low ? "scored above what the team promised" : "";
        var row = new LeaderboardRow(kind, card.Team.Trim(), card.Model, score)
        {
            Estimate = card.Estimate,
            Parameters = card.Parameters,
            TrainingSeconds = card.TrainingSeconds,
            File = file,
            Note = kind == LeaderboardKind.Earlier ? "an earlier pack: the newest counts"
                : string.Join(" ", new[] { truth.Remark(submission) }.Concat(submission.Warnings).Append(promise)
                    .Where(part => part.Length > 0)),
        };
        if (kind == LeaderboardKind.Earlier) _rows.Add(row);
        else _scored.Add((row, submission));
    }

    private void Compare()
    {
        if (_scored.Count == 0) return;
        LeaderboardRow top = Ranking.BestFirst(_challenge, _scored.Select(one => one.Row))[0];
        (LeaderboardRow Row, Submission Submission) first = _scored.Find(one => ReferenceEquals(one.Row, top));
        IReadOnlyList<PredictionContent> best = truth.InOrder(first.Submission);
        for (int i = 0; i < _scored.Count; i++)
        {
            if (_scored[i].Submission == first.Submission) continue;
            double? p = _challenge.PValue(best, truth.InOrder(_scored[i].Submission), truth.Contents);
            _scored[i] = (_scored[i].Row with { PValue = p }, _scored[i].Submission);
        }
    }

    // A name within a hostile pack may hold anything.
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
