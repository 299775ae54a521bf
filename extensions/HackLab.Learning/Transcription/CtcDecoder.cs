using System.Text;
using HackLab.Data.Hosting;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Between text and the classes of a network trained with CTC (connectionist temporal classification; Graves and others, ICML
/// 2006): class 0 is the blank, class k the k-th character. Equal classes at neighbouring steps are one character, then blanks
/// go.
/// </summary>
public sealed class CtcDecoder
{
    private readonly char[] _alphabet;
    private readonly Dictionary<char, int> _classes;

    /// <summary>A decoder for an alphabet.</summary>
    /// <param name="alphabet">Each character once, as <see cref="HackLab.Data.Renaissance.TextLines.Alphabet"/> gives
    /// them.</param>
    /// <exception cref="ArgumentException">There is no character, or one comes twice.</exception>
    /// <example><code>var decoder = new CtcDecoder(train.Alphabet);</code></example>
    public CtcDecoder(IEnumerable<char> alphabet)
    {
        ArgumentNullException.ThrowIfNull(alphabet);
        _alphabet = [.. alphabet];
        if (_alphabet.Length == 0) throw new ArgumentException("The alphabet is empty.", nameof(alphabet));
        _classes = new Dictionary<char, int>(_alphabet.Length);
        foreach (char c in _alphabet)
        {
            if (!_classes.TryAdd(c, _classes.Count + 1))
                throw new ArgumentException($"The alphabet has '{c}' twice.", nameof(alphabet));
        }
    }

    /// <summary>The characters in the order of their classes, which begin at 1.</summary>
    public IReadOnlyList<char> Alphabet => _alphabet;

    /// <summary>How many classes a network needs: the blank and the characters.</summary>
    public int Classes => _alphabet.Length + 1;

    /// <summary>The classes of a text's characters.</summary>
    /// <param name="text">Characters of the alphabet.</param>
    /// <exception cref="ArgumentException">A character is not in the alphabet.</exception>
    /// <example><code>new CtcDecoder("ab").Encode("ba")   // [2, 1]</code></example>
    public long[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Select(c => (long)(_classes.TryGetValue(c, out int k) ? k : throw new ArgumentException(
            $"'{c}' (U+{(int)c:X4}) in '{text}' is not in the alphabet. Make the alphabet from all texts that are learnt.",
            nameof(text))))];
    }

    /// <summary>The text of the likeliest class at each step: fast, and what beam search is measured against.</summary>
    /// <param name="scores">A network's numbers for a line.</param>
    /// <exception cref="ArgumentException">There are not as many classes as this alphabet has.</exception>
    /// <example><code>string text = decoder.Greedy(scores);</code></example>
    public string Greedy(CtcScores scores)
    {
        Check(scores);
        var text = new StringBuilder();
        int before = 0;
        for (int step = 0; step < scores.Steps; step++)
        {
            ReadOnlySpan<float> at = scores.At(step);
            int best = 0;
            for (int k = 1; k < at.Length; k++)
            {
                if (at[k] > at[best]) best = k;
            }
            if (best != before && best != 0) text.Append(_alphabet[best - 1]);
            before = best;
        }
        return text.ToString();
    }

    /// <summary>
    /// The likeliest text found by prefix beam search: the probabilities of all ways to write a text over the steps are added
    /// up, and a language model may help to choose (Hannun and others, arXiv:1408.2873, Algorithm 1). A text l of n characters
    /// scores ln P(l | scores) + weight · ln P(l | language) + bonus · n.
    /// </summary>
    /// <param name="scores">A network's numbers for a line.</param>
    /// <param name="options">How wide the beam is and what the language model counts; null for the defaults, without one.</param>
    /// <exception cref="ArgumentException">There are not as many classes as this alphabet has, or an option is out of
    /// range.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>string text = decoder.Beam(scores, new() { Language = model });</code></example>
    public string Beam(CtcScores scores, BeamOptions? options = null) => BeamHypotheses(scores, options)[0].Text;

    /// <summary>All texts in the beam after the last step, the one with the highest score first.</summary>
    /// <inheritdoc cref="Beam"/>
    /// <example><code>decoder.BeamHypotheses(scores)[1].Text   // the second best</code></example>
    public IReadOnlyList<BeamHypothesis> BeamHypotheses(CtcScores scores, BeamOptions? options = null)
    {
        Check(scores);
        return new PrefixBeam(_alphabet, (options ?? new BeamOptions()).Checked()).Search(scores, NotebookHost.Token);
    }

    private void Check(CtcScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Classes == Classes) return;
        throw new ArgumentException(
            $"The network has {scores.Classes} classes; {_alphabet.Length} characters and the blank need {Classes}.",
            nameof(scores));
    }
}
