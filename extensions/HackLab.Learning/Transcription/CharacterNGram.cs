using System.Text;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning;

/// <summary>
/// A language model of characters: how likely each character is after the ones before it, by counting in lines of text. Contexts
/// of all lengths are mixed by Witten and Bell's method (IEEE Transactions on Information Theory 37, 1085, 1991, method C; in the
/// recursive form given by Chen and Goodman, Computer Speech and Language 13, 359, 1999):
/// P(c | h) = (n(h, c) + t(h) P(c | h')) / (n(h) + t(h)), where n counts, t(h) is how many different characters followed h, and
/// h' is h without its first character; below the empty context all symbols are equally likely.
/// </summary>
public sealed class CharacterNGram
{
    /// <summary>What stands before and after each line.</summary>
    public const char End = '\n';

    private readonly Dictionary<string, Followers> _contexts;
    private readonly Dictionary<string, Followers>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly HashSet<char> _symbols;

    private sealed class Followers
    {
        public readonly Dictionary<char, int> Counts = [];
        public int Total;
    }

    private CharacterNGram(int order, Dictionary<string, Followers> contexts, HashSet<char> symbols)
    {
        (Order, _contexts, _symbols) = (order, contexts, symbols);
        _lookup = contexts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>n: a character depends on the n − 1 before it.</summary>
    public int Order { get; }

    /// <summary>All symbols that have a probability, <see cref="End"/> among them, in the order of their numbers.</summary>
    public IReadOnlyList<char> Symbols => [.. _symbols.Order()];

    /// <summary>Counts the characters of lines.</summary>
    /// <param name="lines">Lines of text; <see cref="End"/> may not be in them.</param>
    /// <param name="order">n, 1 to 20.</param>
    /// <param name="alphabet">Characters that shall have a probability though no line has them; null for none.</param>
    /// <exception cref="ArgumentException">There is no line, or one has a line's end within.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The order is out of range.</exception>
    /// <example><code>var spanish = CharacterNGram.Fit(train.Lines.Select(line => line.Text), order: 6);</code></example>
    public static CharacterNGram Fit(IEnumerable<string> lines, int order = 6, IEnumerable<char>? alphabet = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (order is < 1 or > 20) throw new ArgumentOutOfRangeException(nameof(order), order, "The order must be 1 to 20.");
        var contexts = new Dictionary<string, Followers>();
        HashSet<char> symbols = [End, .. alphabet ?? []];
        int count = 0;
        foreach (string line in lines)
        {
            if (line.Contains(End))
                throw new ArgumentException($"Line {count} has a line's end within: '{line}'.", nameof(lines));
            count++;
            string whole = End + line + End;
            for (int i = 1; i < whole.Length; i++)
            {
                symbols.Add(whole[i]);
                for (int length = 0; length < order && length <= i; length++)
                {
                    string context = whole.Substring(i - length, length);
                    if (!contexts.TryGetValue(context, out Followers? followers))
                        contexts.Add(context, followers = new Followers());
                    followers.Total++;
                    followers.Counts[whole[i]] = followers.Counts.GetValueOrDefault(whole[i]) + 1;
                }
            }
        }
        if (count == 0) throw new ArgumentException("There is no line to count in.", nameof(lines));
        return new CharacterNGram(order, contexts, symbols);
    }

    /// <summary>P(next | the line so far).</summary>
    /// <param name="line">The line's beginning, empty before its first character; only its last n − 1 characters count.</param>
    /// <param name="next">A character, or <see cref="End"/>.</param>
    /// <returns>0 to 1; 0 for what is not among <see cref="Symbols"/>.</returns>
    /// <example><code>spanish.Probability("q", 'u')   // near 1</code></example>
    public double Probability(ReadOnlySpan<char> line, char next)
    {
        if (!_symbols.Contains(next)) return 0;
        // The start of a line is a symbol of the context too.
        Span<char> context = stackalloc char[Order];
        int length = Math.Min(Order - 1, line.Length + 1), taken = Math.Min(length, line.Length);
        if (length > taken) context[0] = End;
        line[^taken..].CopyTo(context[(length - taken)..]);
        double probability = 1.0 / _symbols.Count;
        for (int from = length; from >= 0; from--)
        {
            // then no longer one was seen either
            if (!_lookup.TryGetValue(context[from..length], out Followers? followers)) break;
            double distinct = followers.Counts.Count;
            probability = (followers.Counts.GetValueOrDefault(next) + (distinct * probability)) / (followers.Total + distinct);
        }
        return probability;
    }

    /// <summary>ln P(next | the line so far).</summary>
    /// <inheritdoc cref="Probability"/>
    /// <returns>At most 0; −∞ for what is not among <see cref="Symbols"/>.</returns>
    /// <example><code>double surprise = -spanish.LogProbability("noblez", 'a');</code></example>
    public double LogProbability(ReadOnlySpan<char> line, char next) => Math.Log(Probability(line, next));

    /// <summary>
    /// exp of the mean of −ln P over all characters and line ends: among so many equally likely characters the model would be as
    /// uncertain.
    /// </summary>
    /// <param name="lines">Lines, best ones that were not counted in.</param>
    /// <returns>At least 1; infinite where a character is unknown.</returns>
    /// <exception cref="ArgumentException">There is no line.</exception>
    /// <example><code>double perplexity = spanish.Perplexity(test.Lines.Select(line => line.Text));</code></example>
    public double Perplexity(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        double sum = 0;
        long count = 0;
        foreach (string line in lines)
        {
            for (int i = 0; i <= line.Length; i++, count++)
                sum -= LogProbability(line.AsSpan(0, i), i < line.Length ? line[i] : End);
        }
        return count > 0 ? Math.Exp(sum / count) : throw new ArgumentException("There is no line.", nameof(lines));
    }

    /// <summary>Draws a line, character by character: what the model takes for the language.</summary>
    /// <param name="seed">The same seed gives the same line on every machine.</param>
    /// <param name="longest">Where it is cut off, at least 1.</param>
    /// <example><code>string nonsense = spanish.Generate(seed: 1);</code></example>
    public string Generate(long seed, int longest = 60)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        var random = new SeededRandom(seed);
        IReadOnlyList<char> symbols = Symbols;
        var line = new StringBuilder();
        while (line.Length < longest)
        {
            double left = random.NextDouble();
            string sofar = line.ToString();
            char next = End;
            foreach (char symbol in symbols)
            {
                next = symbol;
                left -= Probability(sofar, symbol);
                if (left < 0) break;
            }
            if (next == End) break;
            line.Append(next);
        }
        return line.ToString();
    }
}
