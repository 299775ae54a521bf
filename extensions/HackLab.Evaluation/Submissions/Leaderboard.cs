using System.Text.Json;
using System.Text.Json.Serialization;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Submissions, baselines and published numbers, the best first, each score with its interval.</summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class Leaderboard : IRichDisplay
{
    private const int LongestShown = 48;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    internal Leaderboard(Challenge challenge, string caption, IEnumerable<LeaderboardRow> rows) =>
        (Challenge, Caption, Rows) = (challenge, caption, Ranking.Of(challenge, rows));

    /// <summary>What was scored.</summary>
    public Challenge Challenge { get; }

    /// <summary>On which rows.</summary>
    public string Caption { get; }

    /// <summary>The rows: ranked ones first, then earlier packs, published numbers and refused packs.</summary>
    public IReadOnlyList<LeaderboardRow> Rows { get; }

    /// <summary>Scores packs that may come from anybody; those that cannot be scored are listed with the reason.</summary>
    /// <param name="truth">The answers.</param>
    /// <param name="packs">The files; of several by one team the newest counts.</param>
    /// <param name="baselines">Submissions to rank among them; null for the challenge's own.</param>
    /// <param name="resamples">How many redraws an interval rests on, at least 20.</param>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>Leaderboard.Score(Truth.Load("event/tutor"), Directory.GetFiles("packs", "*.zip"))</code></example>
    public static Leaderboard Score(Truth truth, IEnumerable<string> packs, IEnumerable<Submission>? baselines = null,
        int resamples = 1000)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(packs);
        return new PackScoring(truth, resamples).Run(packs, baselines ?? truth.Set.Challenge.Baselines(truth.Set));
    }

    /// <summary>Compares models on labelled rows of one's own, before anything is handed in.</summary>
    /// <param name="challenge">Which challenge it is for.</param>
    /// <param name="test">Rows that no model has learnt from, two classes; n rows.</param>
    /// <param name="scores">Each model with its scores, shape [n], all finite.</param>
    /// <exception cref="ArgumentException">Lengths differ, one class only, or a score is not finite.</exception>
    /// <example><code>Leaderboard.Compare(Challenges.Higgs, test, ("logistic", a), ("trees", b))</code></example>
    public static Leaderboard Compare(Challenge challenge, TabularData test, params (string Name, float[] Score)[] scores)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(scores);
        (string Name, Interval Interval, float[] Score)[] all =
            [.. scores.Select(one => (one.Name, Metrics.BootstrapInterval(test.Y, one.Score), one.Score))];
        float[]? best = all.Length > 0 ? all.MaxBy(one => one.Interval.Value).Score : null;
        return new Leaderboard(challenge, Words.Of($"{challenge.Metric} on {test.Count:N0} rows of your own: {test.Name}"),
        [
            .. all.Select(one => new LeaderboardRow(LeaderboardKind.Entry, one.Name, "", one.Interval)
            {
                PValue = one.Score == best ? null : PairedTest.DeLong(test.Y, best, one.Score).PValue,
            }),
            .. PublishedRows(challenge),
        ]);
    }

    /// <summary>Compares models by scores that one has measured oneself.</summary>
    /// <param name="challenge">Which challenge it is for.</param>
    /// <param name="caption">On which rows, in words.</param>
    /// <param name="scores">Each model with its score.</param>
    /// <example><code>Leaderboard.Compare(Challenges.LensingSuperres, "40 test pairs", ("SRCNN", Bootstrap.Mean(report.Psnr)))</code></example>
    public static Leaderboard Compare(Challenge challenge, string caption, params (string Name, Interval Score)[] scores)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        ArgumentNullException.ThrowIfNull(caption);
        ArgumentNullException.ThrowIfNull(scores);
        return new Leaderboard(challenge, $"{challenge.Metric} on {caption}",
        [
            .. scores.Select(one => new LeaderboardRow(LeaderboardKind.Entry, one.Name, "", one.Score)),
            .. PublishedRows(challenge),
        ]);
    }

    /// <summary>All rows as JSON, for another program.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new { challenge = Challenge.Id, metric = Challenge.Metric, higherIsBetter = Challenge.HigherIsBetter, caption = Caption,
            rows = Rows }, Json);

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>The table as text.</summary>
    public override string ToString() => ToText();

    internal static IEnumerable<LeaderboardRow> PublishedRows(Challenge challenge) =>
        challenge.Published.Select(one =>
            new LeaderboardRow(LeaderboardKind.Published, one.Name, "", new Interval(one.Score, one.Score, one.Score, 0.95, 0))
        {
            Note = $"{one.Data}; {one.Source}",
        });

    private Table Show()
    {
        bool anyModel = Rows.Any(row => row.Kind != LeaderboardKind.Baseline && row.Model.Length > 0);
        bool anyEstimate = Rows.Any(row => row.Estimate is not null);
        bool anyPublished = Rows.Any(row => row.Kind == LeaderboardKind.Published);
        bool anyNote = Rows.Any(row => row.Kind != LeaderboardKind.Published && row.Note.Length > 0);
        bool anyP = Rows.Any(row => row.PValue is not null);
        bool anyCost = Rows.Any(row => row.Parameters is not null || row.TrainingSeconds is not null);
        List<TableColumn> columns = [new("place"), new(anyModel ? "team" : "model")];
        columns.Add(new(Challenge.Metric, Align.Right, "0.0000"));
        if (anyP) columns.Add(new("p against first", Align.Right));
        columns.Add(new(anyPublished ? "95 % interval, or source" : "95 % interval"));
        if (anyEstimate) columns.Add(new("own estimate", Align.Right, "0.0000"));
        if (anyCost) columns.AddRange([new("parameters", Align.Right, "#,0"), new("training")]);
        if (anyModel) columns.Add(new("model"));
        if (anyNote) columns.Add(new("note"));
        return new Table(Caption, columns, [.. Rows.Select(Cells)], anyPublished
            ? "Published numbers were reached on the published rows, another data set: a direction, not a rank." : "");

        object?[] Cells(LeaderboardRow row)
        {
            List<object?> cells = [PlaceOf(row), NameOf(row)];
            // Published numbers come without an interval: there is room for where they stand.
            string interval = row.Kind == LeaderboardKind.Published ? row.Note
                : row.Score is { } score ? Words.Of($"{score.Low:0.0000} to {score.High:0.0000}") : "";
            cells.Add(row.Score?.Value);
            if (anyP) cells.Add(row.PValue is { } p ? Words.P(p)["p ".Length..].Replace("= ", "", StringComparison.Ordinal) : "");
            cells.Add(interval);
            if (anyEstimate) cells.Add(row.Estimate?.Value);
            if (anyCost) cells.AddRange([row.Parameters, row.TrainingSeconds is { } seconds ? Durations.InWords(seconds) : ""]);
            if (anyModel) cells.Add(row.Kind == LeaderboardKind.Baseline ? "" : Short(row.Model));
            if (anyNote) cells.Add(row.Kind == LeaderboardKind.Published ? "" : row.Note);
            return [.. cells];
        }
    }

    private static string NameOf(LeaderboardRow row) =>
        row.Kind == LeaderboardKind.Baseline ? $"{Short(row.Model)} (baseline)" : Short(row.Team);

    private static string PlaceOf(LeaderboardRow row) => row.Kind switch
    {
        LeaderboardKind.Entry or LeaderboardKind.Baseline when row.Place is { } place =>
            Words.Of($"{place}{(row.IsTied ? "=" : "")}"),
        LeaderboardKind.Published => "published",
        LeaderboardKind.Refused => "refused",
        _ => "earlier",
    };

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        return line.Length <= LongestShown ? line : line[..(LongestShown - 1)] + "…";
    }
}
