using System.Text;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Data.Files;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// A page for the final discussion: the same boxes for every team, so that listeners can compare and ask. Made by
/// <see cref="Submission.ToResultCard"/>.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ResultCard : IRichDisplay
{
    private const string Unsaid = "(not said)";

    internal ResultCard(Submission submission, Leaderboard? compared) => (Submission, Compared) = (submission, compared);

    /// <summary>What it shows.</summary>
    public Submission Submission { get; }

    /// <summary>What it is compared with.</summary>
    public Leaderboard? Compared { get; }

    /// <summary>The card as Markdown, for slides or a report.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder(
            Words.Of($"# {Line(Submission.Card.Team)} · {Submission.Challenge.Title}\n\n| | |\n|---|---|\n"));
        foreach ((string box, string value) in Boxes())
            text.Append(Words.Of($"| **{box}** | {Line(value).Replace("|", "\\|", StringComparison.Ordinal)} |\n"));
        return text.ToString();
    }

    /// <summary>Writes <see cref="ToMarkdown"/> to a file, whole or not at all; pack it with the submission.</summary>
    /// <param name="path">Where, for example <c>result-card.md</c>.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <example><code>submission.Pack("higgs-quarks.zip", notebook, card.Save("result-card.md"))</code></example>
    public string Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        OutputFile.Write(full, stream => stream.Write(Encoding.UTF8.GetBytes(ToMarkdown())));
        return full;
    }

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>The card as text.</summary>
    public override string ToString() => ToText();

    private Table Show() => new(
        $"Result card · {Line(Submission.Card.Team)}", ["", ""],
            [.. Boxes().Select(box => (object?[])[box.Name, Line(box.Value)])]);

    private IEnumerable<(string Name, string Value)> Boxes()
    {
        SubmissionCard card = Submission.Card;
        if (card.Members.Count > 0) yield return ("team", string.Join(", ", card.Members));
        yield return ("model", card.Model);
        yield return ($"expected {Submission.Challenge.Metric}", card.Estimate?.ToString() ?? Unsaid);
        if (Compared is not null)
        {
            yield return ("beside it", string.Join("; ", Compared.Rows.Where(row => row.Score is { Resamples: > 0 })
                .Select(row => Words.Of($"{(row.Model.Length > 0 ? row.Model : row.Team)} {row.Score!.Value:0.000}"))));
        }
        yield return ("numbers learnt", card.Parameters is { } parameters ? Words.Of($"{parameters:N0}") : Unsaid);
        if (card.Qubits is { } qubits) yield return ("qubits", Words.Of($"{qubits}"));
        yield return ("time of training", card.TrainingSeconds is { } seconds ? Durations.InWords(seconds) : Unsaid);
        yield return ("used", Said(card.Used));
        yield return ("what helped most", Said(card.Helped));
        yield return ("what did not help", Said(card.DidNotHelp));
        yield return ("our question to you", Said(card.Question));
    }

    private static string Said(string text) => text.Length > 0 ? text : Unsaid;

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
