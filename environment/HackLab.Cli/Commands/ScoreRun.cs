using System.Globalization;
using System.Security.Cryptography;
using HackLab.Evaluation;

namespace HackLab.Cli.Commands;

/// <summary>What <c>hacklab score</c> does.</summary>
internal static class ScoreRun
{
    // Who suspects a small seed tries them all: for each, one event is enough to compare.
    private const long EasilyGuessed = 1L << 40;

    /// <summary>Makes an evaluation set and its answers.</summary>
    public static int MakeTruth(TextWriter words, string challenge, long? seed, int? rows, string? output)
    {
        if (output is null) throw new UsageException("--new-truth: say with --output where the folders go.");
        Challenge found = Challenges.Find(challenge);
        long used = seed ?? BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        Truth truth = found.Make(rows ?? found.HiddenRows, used);
        truth.Write(output);
        words.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{truth.Set.Count:N0} rows, sha256 {truth.Set.Sha256}"));
        words.WriteLine($"{Path.Combine(output, "participants")}: for the teams");
        string number = used.ToString(CultureInfo.InvariantCulture);
        words.WriteLine($"{Path.Combine(output, "tutor")}: the answers, for you alone; so is the seed {number}");
        if (seed is >= 0 and < EasilyGuessed)
            words.WriteLine("A small seed can be guessed, and who has it has the answers: leave --seed out to have one drawn.");
        return ExitCode.Ok;
    }

    /// <summary>Scores packs and prints the leaderboard.</summary>
    public static int Score(
        TextWriter words, IReadOnlyList<string> asked, string? truthPath, string? challenge, long? seed, int? rows, string? json,
        int resamples)
    {
        if ((truthPath is null) == (challenge is null))
            throw new UsageException("Give either --truth FOLDER or --challenge NAME (with --seed and --rows).");
        if (truthPath is not null && (seed ?? rows) is not null)
            throw new UsageException("--seed and --rows go with --challenge; --truth has its own.");
        if (truthPath is not null && !Path.Exists(truthPath))
            throw new UsageException($"{truthPath}: there is no such folder or file.");
        string[] packs = [.. asked.SelectMany(Files)];
        if (packs.Length == 0) throw new UsageException("There is no pack to score: name .zip files, or a folder with some.");
        Truth truth = truthPath is not null ? Truth.Load(truthPath) : Again(Challenges.Find(challenge!), seed, rows);
        Leaderboard board = Leaderboard.Score(truth, packs, resamples: resamples);
        words.WriteLine(board.ToText());
        if (json is not null) AtomicFile.Write(json, board.ToJson() + "\n");
        LeaderboardRow[] refused = [.. board.Rows.Where(row => row.Kind == LeaderboardKind.Refused)];
        int teams = board.Rows.Count(row => row.Kind == LeaderboardKind.Entry);
        words.WriteLine($"{Counted(teams, "team")} ranked, {Counted(refused.Length, "pack")} refused.");
        return refused.Length == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static Truth Again(Challenge challenge, long? seed, int? rows) =>
        seed is { } known ? challenge.Make(rows ?? challenge.HiddenRows, known) : challenge.Practice(rows);

    private static IEnumerable<string> Files(string asked) => Directory.Exists(asked)
        ? Directory.EnumerateFiles(asked, "*.zip").Order(StringComparer.Ordinal)
        : File.Exists(asked) ? [asked] : throw new UsageException($"{asked}: there is no such file or folder.");
}
