namespace HackLab.Evaluation;

/// <summary>What a row of a leaderboard stands for.</summary>
public enum LeaderboardKind
{
    /// <summary>A team's newest pack, or a model that is compared.</summary>
    Entry,

    /// <summary>A simple model to compare with.</summary>
    Baseline,

    /// <summary>An earlier pack of a team: only the newest counts.</summary>
    Earlier,

    /// <summary>A pack that cannot be scored; the note says why.</summary>
    Refused,

    /// <summary>What somebody reached on published data, which is another set.</summary>
    Published,
}

/// <summary>A row of a <see cref="Leaderboard"/>.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Team">Who; for a refused pack the name of its file.</param>
/// <param name="Model">The model in a sentence.</param>
/// <param name="Score">The score with its interval; null for a refused pack.</param>
public sealed record LeaderboardRow(LeaderboardKind Kind, string Team, string Model, Interval? Score)
{
    /// <summary>From 1; rows with equal scores share one. Null for rows that are not ranked.</summary>
    public int? Place { get; init; }

    /// <summary>Whether another ranked row has the same score.</summary>
    public bool IsTied { get; init; }

    /// <summary>How often chance alone would put an equally good model so far behind the first; null for the first, or if it is
    /// not known.</summary>
    public double? PValue { get; init; }

    /// <summary>What the team expected.</summary>
    public Interval? Estimate { get; init; }

    /// <summary>How many numbers the model has learnt.</summary>
    public long? Parameters { get; init; }

    /// <summary>How long training took.</summary>
    public double? TrainingSeconds { get; init; }

    /// <summary>The pack's file name, where there is one.</summary>
    public string File { get; init; } = "";

    /// <summary>What else is to be said: why it is refused, or where the number stands.</summary>
    public string Note { get; init; } = "";
}
