using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// A team's predictions for an evaluation set, checked: one that exists may be handed in. <see cref="Pack"/> puts it into one
/// file.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class Submission : IRichDisplay
{
    private readonly string _evaluationSha256;

    internal Submission(
        Challenge challenge, SubmissionCard card, IReadOnlyList<PredictionContent> contents, string evaluationSha256, int rows) =>
        (Challenge, Card, Contents, _evaluationSha256, Rows) = (challenge, card, contents, evaluationSha256, rows);

    /// <summary>What it is for.</summary>
    public Challenge Challenge { get; }

    /// <summary>What the team says about it.</summary>
    public SubmissionCard Card { get; }

    /// <summary>What each of the challenge's files holds, in their order.</summary>
    public IReadOnlyList<PredictionContent> Contents { get; }

    /// <summary>How many rows the evaluation set has that it is for.</summary>
    public int Rows { get; }

    /// <summary>The SHA-256 of the evaluation set that it is for.</summary>
    public string EvaluationSha256 => _evaluationSha256;

    /// <summary>Checks the predictions for a challenge that asks for one file, and makes a submission of them.</summary>
    /// <param name="evaluation">The rows that were predicted.</param>
    /// <param name="score">
    /// In the order of the set: one number per row, shape [n]; shape [n, columns] if the file has several; shape [n, height, width] if it
    /// holds pictures.
    /// </param>
    /// <param name="card">What the team says.</param>
    /// <exception cref="ArgumentException">Something may not be handed in; the message says all that is wrong.</exception>
    /// <example><code>
    /// var submission = Submission.Of(evaluation, score, new() { Team = "Quarks", Model = "boosted trees" });
    /// </code></example>
    public static Submission Of(EvaluationSet evaluation, float[] score, SubmissionCard card)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return Of(evaluation, [Content(evaluation, score)], card);
    }

    /// <summary>Checks the contents of all files that the challenge asks for, and makes a submission of them.</summary>
    /// <param name="evaluation">The rows that were predicted.</param>
    /// <param name="contents">A content for each of <see cref="Challenge.Files"/>.</param>
    /// <param name="card">What the team says.</param>
    /// <exception cref="ArgumentException">Something may not be handed in; the message says all that is wrong.</exception>
    /// <example><code>Submission.Of(evaluation, [new PredictionText(transcription)], card)</code></example>
    public static Submission Of(EvaluationSet evaluation, IReadOnlyList<PredictionContent> contents, SubmissionCard card)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(card);
        string[] problems = [.. card.Problems(), .. evaluation.Challenge.Problems(card), .. Problems(evaluation.Challenge, contents, evaluation.Ids)];
        if (problems.Length > 0)
            throw new ArgumentException($"This cannot be handed in. {string.Join(" ", problems)}", nameof(contents));
        return new Submission(evaluation.Challenge, card, contents, evaluation.Sha256, evaluation.Count);
    }

    /// <summary>What is wrong with predictions for a challenge that asks for one file, in sentences; empty if they may be handed
    /// in.</summary>
    /// <param name="evaluation">The rows that were predicted.</param>
    /// <param name="score">As for <see cref="Of(EvaluationSet, float[], SubmissionCard)"/>.</param>
    /// <exception cref="ArgumentException">They are no whole number of rows or pictures.</exception>
    /// <example><code>string[] problems = Submission.Problems(evaluation, score);</code></example>
    public static string[] Problems(EvaluationSet evaluation, float[] score)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return [.. Problems(evaluation.Challenge, [Content(evaluation, score)], evaluation.Ids)];
    }

    /// <summary>What its pack should be called: challenge and team in letters, digits and dashes, such as
    /// <c>higgs-quarks.zip</c>.</summary>
    public string FileName
    {
        get
        {
            string plain = string.Concat(Card.Team.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '));
            string[] words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return $"{Challenge}-{(words.Length > 0 ? string.Join('-', words) : "team")}.zip";
        }
    }

    /// <summary>What is allowed but looks like a mistake, in sentences.</summary>
    public IReadOnlyList<string> Warnings => [.. Contents.SelectMany((content, i) => Challenge.Files[i].Warnings(content))];

    /// <summary>What keeps it from being scored on this set, in sentences; empty if nothing does.</summary>
    /// <param name="evaluation">The set of the tutor.</param>
    public IReadOnlyList<string> ProblemsFor(EvaluationSet evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        if (evaluation.Challenge != Challenge) return [$"It is for the challenge {Challenge}, not for {evaluation.Challenge}."];
        if (!string.Equals(EvaluationSha256, evaluation.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            return
            [
                $"It is for another evaluation set: its sha256 is {EvaluationSha256[..12]}…, "
                + $"this one's is {evaluation.Sha256[..12]}… Predict the rows of the right file.",
            ];
        }
        return [.. Problems(Challenge, Contents, evaluation.Ids)];
    }

    /// <summary>Writes the predictions alone, each file in the challenge's own format, whole or not at all.</summary>
    /// <param name="folder">Where; made if it is not there.</param>
    /// <returns>The full paths.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <example><code>submission.WriteFiles("predictions");   // predictions/higgs-scores.csv</code></example>
    public IReadOnlyList<string> WriteFiles(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Directory.CreateDirectory(folder);
        var paths = new List<string>();
        for (int i = 0; i < Contents.Count; i++)
        {
            byte[] bytes = Challenge.Files[i].Write(Contents[i]);
            string path = Path.GetFullPath(Path.Combine(folder, Challenge.Files[i].FileName));
            HackLab.Data.Files.OutputFile.Write(path, stream => stream.Write(bytes));
            paths.Add(path);
        }
        return paths;
    }

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>For example <c>Quarks, higgs: 5,000 rows, boosted trees</c>.</summary>
    public override string ToString() => Words.Of($"{Card.Team}, {Challenge}: {Rows:N0} rows, {Card.Model}");

    internal static IEnumerable<string> Problems(Challenge challenge, IReadOnlyList<PredictionContent> contents,
        IReadOnlyList<string> ids)
    {
        if (contents.Count != challenge.Files.Count)
        {
            string files = string.Join(", ", challenge.Files.Select(f => f.FileName));
            return [$"{challenge} asks for {challenge.Files.Count} files ({files}), but there are {contents.Count}."];
        }
        return contents.SelectMany((content, i) => challenge.Files[i].Problems(content, ids)
            .Select(problem => $"{challenge.Files[i].FileName}: {problem}"));
    }

    private static PredictionContent Content(EvaluationSet evaluation, float[] score)
    {
        ArgumentNullException.ThrowIfNull(score);
        PredictionFormat format = evaluation.Challenge.Files[0];
        if (format is ImagesFormat pictures) return new PredictionImages(score, pictures.Height, pictures.Width);
        int columns = format is TableFormat table ? table.Columns.Count : 1;
        // Ids of rows that are not there would be wrong ones: too few or too many is said by the check.
        string[] ids = [.. Enumerable.Range(0, score.Length / columns)
            .Select(i => i < evaluation.Count ? evaluation.Ids[i] : Words.Of($"{i + 1} (too many)"))];
        if (score.Length % columns != 0)
        {
            throw new ArgumentException(
                Words.Of($"{score.Length:N0} numbers are no whole number of rows: {format.FileName} has {columns} in each."), nameof(score));
        }
        return new PredictionTable(ids, [.. score.Select(value => (double)value)], columns);
    }

    private Table Show() => new(
        $"{Card.Team}: ready to hand in", ["checked", "result"],
        [
            .. Contents.Select((content, i) => (object?[])[Challenge.Files[i].FileName, content switch
            {
                PredictionTable table =>
                    Words.Of($"{table.Rows:N0} rows, each expected row once, all values finite and in range"),
                PredictionImages images =>
                    Words.Of($"{images.Count:N0} pictures of {images.Height} × {images.Width}, all pixels finite"),
                _ => "text",
            }]),
            ["for the evaluation set", $"sha256 {EvaluationSha256[..12]}…"],
            ["model", Card.Model],
            ["used", Card.Used.Length > 0 ? Card.Used : "nothing said: the rules ask for it"],
            ["own estimate", Card.Estimate?.ToString() ?? "none"],
        ],
        string.Join(" ", Warnings));
}
