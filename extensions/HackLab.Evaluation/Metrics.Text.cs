using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How well a text was read. The true text is the reference, the one read is the hypothesis.</summary>
public static partial class Metrics
{
    /// <summary>
    /// The character error rate: the fewest substitutions, insertions and deletions of characters that make one text the other,
    /// over the characters of the reference. Characters are Unicode text elements, a letter with its marks being one.
    /// </summary>
    /// <param name="reference">The true text; not empty.</param>
    /// <param name="hypothesis">What was read.</param>
    /// <param name="normalization">What shall not count; null for blanks only.</param>
    /// <returns>At least 0; above 1 where far too much was read.</returns>
    /// <exception cref="ArgumentException">
    /// The reference is empty (after normalisation): there is nothing to divide by.
    /// </exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>Metrics.CharacterErrorRate("virtud", "uirtvd", TextNormalization.Renaissance)   // 0</code></example>
    public static double CharacterErrorRate(string reference, string hypothesis, TextNormalization? normalization = null) =>
        CharacterErrorRate([reference], [hypothesis], normalization);

    /// <summary>The character error rate over lines or pages together: all edits over all characters of the references.</summary>
    /// <param name="references">The true texts; some may be empty, not all.</param>
    /// <param name="hypotheses">What was read for each.</param>
    /// <param name="normalization">What shall not count; null for blanks only.</param>
    /// <returns>At least 0.</returns>
    /// <exception cref="ArgumentException">Not as many hypotheses as references, or all references are empty.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>Metrics.CharacterErrorRate(truth, read)   // lines in, one number out</code></example>
    public static double CharacterErrorRate(
        IReadOnlyList<string> references, IReadOnlyList<string> hypotheses, TextNormalization? normalization = null) =>
        ErrorRate(references, hypotheses, normalization, TextUnits.Characters, "characters");

    /// <summary>The word error rate: the same with words, which are what stands between blanks.</summary>
    /// <inheritdoc cref="CharacterErrorRate(string, string, TextNormalization)"/>
    /// <example><code>Metrics.WordErrorRate("nobleza virtuosa", "nobleza uirtuosa")   // 0.5</code></example>
    public static double WordErrorRate(string reference, string hypothesis, TextNormalization? normalization = null) =>
        WordErrorRate([reference], [hypothesis], normalization);

    /// <summary>The word error rate over lines or pages together: all edits over all words of the references.</summary>
    /// <inheritdoc cref="CharacterErrorRate(IReadOnlyList{string}, IReadOnlyList{string}, TextNormalization)"/>
    /// <example><code>Metrics.WordErrorRate(truth, read)</code></example>
    public static double WordErrorRate(
        IReadOnlyList<string> references, IReadOnlyList<string> hypotheses, TextNormalization? normalization = null) =>
        ErrorRate(references, hypotheses, normalization, TextUnits.Words, "words");

    /// <summary>Which character was read as which: the edits behind the character error rate.</summary>
    /// <inheritdoc cref="CharacterErrorRate(string, string, TextNormalization)"/>
    /// <returns>A notebook shows both texts one above the other, errors marked.</returns>
    /// <example><code>Metrics.AlignCharacters("nobleza", "noblefa")</code></example>
    public static TextAlignment AlignCharacters(string reference, string hypothesis, TextNormalization? normalization = null) =>
        Align(reference, hypothesis, normalization, TextUnits.Characters, "character");

    /// <summary>Which word was read as which: the edits behind the word error rate.</summary>
    /// <inheritdoc cref="CharacterErrorRate(string, string, TextNormalization)"/>
    /// <returns>A notebook shows both texts one above the other, errors marked.</returns>
    /// <example><code>Metrics.AlignWords("la nobleza virtuosa", "nobleza virtuofa")</code></example>
    public static TextAlignment AlignWords(string reference, string hypothesis, TextNormalization? normalization = null) =>
        Align(reference, hypothesis, normalization, TextUnits.Words, "word");

    /// <summary>Both error rates of lines, with the worst lines: what to show of a reader.</summary>
    /// <param name="references">The true texts; some may be empty, not all.</param>
    /// <param name="hypotheses">What was read for each.</param>
    /// <param name="normalization">What shall not count; null for blanks only.</param>
    /// <returns>A notebook shows it as a table.</returns>
    /// <exception cref="ArgumentException">Not as many hypotheses as references, or all references are empty.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>Metrics.ReadingReport(truth, read, TextNormalization.Renaissance)</code></example>
    public static ReadingReport ReadingReport(
        IReadOnlyList<string> references, IReadOnlyList<string> hypotheses, TextNormalization? normalization = null)
    {
        CheckTexts(references, hypotheses);
        normalization ??= TextNormalization.None;
        var lines = new List<ReadLine>(references.Count);
        for (int i = 0; i < references.Count; i++)
        {
            string truth = normalization.Apply(references[i]), read = normalization.Apply(hypotheses[i]);
            (int characterErrors, int characters) = Errors(truth, read, TextUnits.Characters);
            (int wordErrors, int words) = Errors(truth, read, TextUnits.Words);
            lines.Add(new ReadLine(references[i], hypotheses[i], characterErrors, characters, wordErrors, words));
        }
        if (lines.Sum(line => line.Characters) == 0)
            throw new ArgumentException("The true text has no characters, so there is nothing to divide by.", nameof(references));
        return new ReadingReport(lines);
    }

    private static double ErrorRate(
        IReadOnlyList<string> references, IReadOnlyList<string> hypotheses, TextNormalization? normalization, Func<string,
        string[]> split, string units)
    {
        CheckTexts(references, hypotheses);
        normalization ??= TextNormalization.None;
        long edits = 0, length = 0;
        for (int i = 0; i < references.Count; i++)
        {
            (int errors, int count) = Errors(normalization.Apply(references[i]), normalization.Apply(hypotheses[i]), split);
            edits += errors;
            length += count;
        }
        if (length == 0)
        {
            throw new ArgumentException(
                $"The true text has no {units}, so there is nothing to divide by.", nameof(references));
        }
        return edits / (double)length;
    }

    private static (int Errors, int Length) Errors(string truth, string read, Func<string, string[]> split)
    {
        string[] units = split(truth);
        (int[] a, int[] b) = TextUnits.Numbered(units, split(read));
        return (EditDistance.Of(a, b), units.Length);
    }

    private static void CheckTexts(IReadOnlyList<string> references, IReadOnlyList<string> hypotheses)
    {
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(hypotheses);
        if (references.Count == hypotheses.Count) return;
        throw new ArgumentException(
            $"There are {references.Count} references and {hypotheses.Count} hypotheses; each needs the other.", nameof(hypotheses));
    }

    private static TextAlignment Align(
        string reference, string hypothesis, TextNormalization? normalization, Func<string, string[]> split, string unit)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(hypothesis);
        normalization ??= TextNormalization.None;
        string[] truth = split(normalization.Apply(reference)), read = split(normalization.Apply(hypothesis));
        if (truth.Length == 0)
        {
            throw new ArgumentException(
                $"The true text has no {unit}s, so there is nothing to divide by.", nameof(reference));
        }
        (int[] a, int[] b) = TextUnits.Numbered(truth, read);
        var edits = new List<Edit>();
        int i = 0, j = 0;
        foreach (EditKind kind in EditDistance.Steps(a, b))
            edits.Add(new Edit(kind, kind == EditKind.Insertion ? "" : truth[i++], kind == EditKind.Deletion ? "" : read[j++]));
        return new TextAlignment(edits, unit);
    }
}
