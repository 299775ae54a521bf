namespace HackLab.Evaluation.Internals;

/// <summary>What lies beside an evaluation set, in words.</summary>
internal static class TruthReadme
{
    public static string ForParticipants(EvaluationSet set) => Words.Of($"""
        # {set.Challenge.Title} · the rows to predict

        `{set.Challenge.EvaluationFile}` has {set.Count:N0} rows without labels; sha256 `{set.Sha256}`.

        Hand in one pack (.zip) per team, made by the submit cell of the hackathon notebook. It holds:

        {string.Join("\n", set.Challenge.Files.Select(file => $"- {file.Description}"))}
        - your notebook, and a manifest that says who you are, what you used, and which evaluation set this is for.

        Scored by {set.Challenge.Metric}; {Better(set.Challenge)} is better. The newest pack of a team counts.

        """).ReplaceLineEndings("\n");

    public static string ForTutor(Truth truth) => Words.Of($"""
        # {truth.Set.Challenge.Title} · the answers

        Keep this folder to yourself until the deadline{AndSeed(truth)}.
        Give teams the folder `{TruthFolder.Participants}`. When their packs are in:

        ```
        hacklab score PACKS/*.zip --truth {TruthFolder.Tutor}
        ```

        """).ReplaceLineEndings("\n");

    private static string Better(Challenge challenge) => challenge.HigherIsBetter ? "higher" : "lower";

    private static string AndSeed(Truth truth) =>
        truth.Seed is { } seed ? Words.Of($", and the seed {seed} too: it gives the same answers") : "";
}
