using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>What a team says about its submission; it stands in the pack's manifest and on the result card.</summary>
public sealed record SubmissionCard
{
    internal const int LongestName = 80, LongestText = 2000, MostMembers = 20;

    /// <summary>The team's name, 1 to 80 characters.</summary>
    public required string Team { get; init; }

    /// <summary>The model in a sentence.</summary>
    public required string Model { get; init; }

    /// <summary>Which data, code, trained models and help were used: rules ask for it.</summary>
    public string Used { get; init; } = "";

    /// <summary>Who is in the team, if they want to say so.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>How many numbers the model has learnt; null if that is not known.</summary>
    public long? Parameters { get; init; }

    /// <summary>How many qubits the largest circuit has, 0 for a model without one; null where nobody asks.</summary>
    public int? Qubits { get; init; }

    /// <summary>How many seconds the training of the final model took; null if that is not known.</summary>
    public double? TrainingSeconds { get; init; }

    /// <summary>The seed with which the predictions can be made again; null if there is none.</summary>
    public long? Seed { get; init; }

    /// <summary>The team's own estimate of its score, made on rows that it did not learn from; null for none.</summary>
    public Interval? Estimate { get; init; }

    /// <summary>For the result card: what helped most.</summary>
    public string Helped { get; init; } = "";

    /// <summary>For the result card: what did not help, though one might think so.</summary>
    public string DidNotHelp { get; init; } = "";

    /// <summary>For the result card: what the team would ask the others.</summary>
    public string Question { get; init; } = "";

    /// <summary>What is wrong with the card, in sentences.</summary>
    internal IEnumerable<string> Problems()
    {
        foreach ((string name, string? text, int longest) in new[]
        {
            (nameof(Team), Team, LongestName), (nameof(Model), Model, LongestText), (nameof(Used), Used, LongestText),
            (nameof(Helped), Helped, LongestText), (nameof(DidNotHelp), DidNotHelp, LongestText),
                (nameof(Question), Question, LongestText),
        })
        {
            if (text is null) yield return $"{name} is missing.";
            else if (text.Length > longest) yield return Words.Of(
                $"{name} has {text.Length:N0} characters; at most {longest:N0} are allowed.");
            else if (text.Any(IsBad)) yield return $"{name} has control characters.";
        }
        if (string.IsNullOrWhiteSpace(Team)) yield return "Team is empty: write your team's name.";
        if (string.IsNullOrWhiteSpace(Model)) yield return "Model is empty: say in a sentence what you did.";
        if (Members is null || Members.Count > MostMembers
            || Members.Any(one => one is null || one.Length > LongestName || one.Any(IsBad)))
            yield return $"Members must be at most {MostMembers} names of at most {LongestName} characters.";
        if (Parameters < 0) yield return Words.Of($"Parameters is {Parameters}; it cannot be negative.");
        if (TrainingSeconds is { } seconds && !(double.IsFinite(seconds) && seconds >= 0))
            yield return Words.Of($"TrainingSeconds is {seconds}; it must be finite and at least 0.");
        if (Estimate is { } e
            && !(double.IsFinite(e.Value) && double.IsFinite(e.Low) && double.IsFinite(e.High) && e.Low <= e.High))
            yield return "Estimate is no interval of finite numbers.";
    }

    // A name is shown in terminals and pages: no sequences that move the cursor or turn text round.
    private static bool IsBad(char c) => (char.IsControl(c) && c is not ('\n' or '\t'))
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
