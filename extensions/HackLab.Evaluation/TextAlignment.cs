using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// How a text was read, character by character or word by word; a notebook shows both texts one above the other with the errors
/// marked. Made by <see cref="Metrics"/>.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class TextAlignment : IRichDisplay
{
    internal TextAlignment(IReadOnlyList<Edit> edits, string unit) => (Edits, Unit) = (edits, unit);

    /// <summary>Every step, in reading order.</summary>
    public IReadOnlyList<Edit> Edits { get; }

    /// <summary>"character" or "word".</summary>
    public string Unit { get; }

    /// <summary>Units that are right.</summary>
    public int Matches => Count(EditKind.Match);

    /// <summary>Units read as another.</summary>
    public int Substitutions => Count(EditKind.Substitution);

    /// <summary>Units read where there is none.</summary>
    public int Insertions => Count(EditKind.Insertion);

    /// <summary>Units not read.</summary>
    public int Deletions => Count(EditKind.Deletion);

    /// <summary>Errors over units of the reference.</summary>
    public double ErrorRate => (Substitutions + Insertions + Deletions) / (double)(Matches + Substitutions + Deletions);

    /// <summary>What was read as what, the most frequent first; an empty string stands for nothing.</summary>
    /// <example><code>alignment.Confusions()[0]   // ("s", "f", 12)</code></example>
    public IReadOnlyList<(string Reference, string Hypothesis, int Count)> Confusions() =>
    [
        .. Edits.Where(edit => edit.Kind != EditKind.Match).GroupBy(edit => (edit.Reference, edit.Hypothesis))
            .Select(group => (group.Key.Reference, group.Key.Hypothesis, Count: group.Count()))
            .OrderByDescending(one => one.Count)
            .ThenBy(one => one.Reference, StringComparer.Ordinal).ThenBy(one => one.Hypothesis, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public string ToHtml() => AlignmentView.Html(this);

    /// <inheritdoc/>
    public string ToText() => AlignmentView.Text(this);

    /// <summary>For example <c>character error rate 0.143: 1 substituted, 0 inserted, 0 deleted of 7</c>.</summary>
    public override string ToString() =>
        Words.Of($"{Unit} error rate {ErrorRate:0.000}: {Substitutions} substituted, {Insertions} inserted, {Deletions} deleted of ")
        + Words.Of($"{Matches + Substitutions + Deletions}");

    private int Count(EditKind kind) => Edits.Count(edit => edit.Kind == kind);
}
