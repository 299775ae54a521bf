using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>One line of text that was read.</summary>
/// <param name="Reference">The true text, as given.</param>
/// <param name="Hypothesis">What was read, as given.</param>
/// <param name="CharacterErrors">The fewest edits between them, in characters.</param>
/// <param name="Characters">Characters of the true text.</param>
/// <param name="WordErrors">The fewest edits between them, in words.</param>
/// <param name="Words">Words of the true text.</param>
public sealed record ReadLine(string Reference, string Hypothesis, int CharacterErrors, int Characters, int WordErrors, int Words);

/// <summary>How well lines of text were read, the worst first; a notebook shows the first ten. Made by <see cref="Metrics"/>.</summary>
/// <param name="Lines">Each line, in the order given.</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record ReadingReport(IReadOnlyList<ReadLine> Lines) : IRichDisplay
{
    // Enough to see what goes wrong.
    private const int Shown = 10;

    /// <summary>All character edits over all characters.</summary>
    public double CharacterErrorRate => Lines.Sum(line => line.CharacterErrors) / (double)Lines.Sum(line => line.Characters);

    /// <summary>All word edits over all words.</summary>
    public double WordErrorRate => Lines.Sum(line => line.WordErrors) / (double)Lines.Sum(line => line.Words);

    /// <summary>The lines, those with the most character errors per character first.</summary>
    public IReadOnlyList<ReadLine> Worst =>
        [.. Lines.OrderByDescending(line => line.CharacterErrors / (double)Math.Max(1, line.Characters))];

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>For example <c>584 lines: character error rate 0.154, word error rate 0.402</c>.</summary>
    public override string ToString() => Internals.Words.Of(
        $"{Lines.Count:N0} lines: character error rate {CharacterErrorRate:0.000}, word error rate {WordErrorRate:0.000}");

    private Table Show() => new(
        ToString(), ["true", "read", "character errors", "of"],
        [.. Worst.Take(Shown).Select(line => new object?[] { line.Reference, line.Hypothesis, line.CharacterErrors, line.Characters })],
        Lines.Count > Shown ? Internals.Words.Of($"The {Shown} worst of {Lines.Count:N0} lines.") : "");
}
