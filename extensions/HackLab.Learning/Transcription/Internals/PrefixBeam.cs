namespace HackLab.Learning.Internals;

/// <summary>
/// Prefix beam search for CTC (Hannun and others, arXiv:1408.2873, Algorithm 1). Each prefix has two probabilities: of all ways
/// to write it that end with a blank, and of those that end with its last character; only after a blank may that character come
/// again.
/// </summary>
internal sealed class PrefixBeam(char[] alphabet, BeamOptions options)
{
    private sealed class Prefix(string text, double language)
    {
        public readonly string Text = text;
        public readonly double Language = language;     // ln P(text | language)
        public double Blank = double.NegativeInfinity, Character = double.NegativeInfinity;

        public double Total => LogSum(Blank, Character);
    }

    internal IReadOnlyList<BeamHypothesis> Search(CtcScores scores, CancellationToken cancellation)
    {
        var beam = new List<Prefix> { new("", 0) { Blank = 0 } };
        for (int step = 0; step < scores.Steps; step++)
        {
            if (step % 16 == 0) cancellation.ThrowIfCancellationRequested();
            beam = Step(beam, scores.At(step));
        }
        return
        [
            .. beam.Select(prefix => new BeamHypothesis(prefix.Text, prefix.Total, Score(prefix) + End(prefix)))
                .OrderByDescending(found => found.Score).ThenBy(found => found.Text, StringComparer.Ordinal),
        ];
    }

    private List<Prefix> Step(List<Prefix> beam, ReadOnlySpan<float> at)
    {
        var next = new Dictionary<string, Prefix>(beam.Count * 4);
        // The best class stays in any case, so that no step leaves nothing.
        float best = float.NegativeInfinity;
        foreach (float value in at) best = Math.Max(best, value);
        double least = Math.Min(options.LeastLogProbability, best);
        foreach (Prefix prefix in beam)
        {
            double total = prefix.Total;
            char last = prefix.Text.Length > 0 ? prefix.Text[^1] : '\0';
            for (int k = 0; k < at.Length; k++)
            {
                double here = at[k];
                if (here < least) continue;
                if (k == 0)
                {
                    Prefix same = Same(prefix);
                    same.Blank = LogSum(same.Blank, total + here);
                    continue;
                }
                char c = alphabet[k - 1];
                if (c == last)
                {
                    Prefix same = Same(prefix);
                    same.Character = LogSum(same.Character, prefix.Character + here);
                }
                double before = c == last ? prefix.Blank : total;
                if (double.IsNegativeInfinity(before + here)) continue;
                Prefix longer = Longer(prefix, c);
                longer.Character = LogSum(longer.Character, before + here);
            }
        }
        List<Prefix> all = [.. next.Values.Where(prefix => !double.IsNegativeInfinity(prefix.Total))];
        all.Sort((a, b) => Score(b).CompareTo(Score(a)) is var order and not 0 ? order : string.CompareOrdinal(a.Text, b.Text));
        if (all.Count > options.Width) all.RemoveRange(options.Width, all.Count - options.Width);
        return all;

        Prefix Same(Prefix prefix)
        {
            if (!next.TryGetValue(prefix.Text, out Prefix? same))
                next.Add(prefix.Text, same = new Prefix(prefix.Text, prefix.Language));
            return same;
        }

        Prefix Longer(Prefix prefix, char c)
        {
            string text = prefix.Text + c;
            if (next.TryGetValue(text, out Prefix? longer)) return longer;
            double language = options.Language is { } model ? prefix.Language + model.LogProbability(prefix.Text, c) : 0;
            next.Add(text, longer = new Prefix(text, language));
            return longer;
        }
    }

    private double Score(Prefix prefix) =>
        prefix.Total + (options.LanguageWeight * prefix.Language) + (options.InsertionBonus * prefix.Text.Length);

    // That the line ends there is part of the language as well.
    private double End(Prefix prefix) =>
        options.Language is { } model ? options.LanguageWeight * model.LogProbability(prefix.Text, CharacterNGram.End) : 0;

    private static double LogSum(double a, double b)
    {
        if (double.IsNegativeInfinity(a)) return b;
        if (double.IsNegativeInfinity(b)) return a;
        double most = Math.Max(a, b);
        return most + Math.Log(Math.Exp(a - most) + Math.Exp(b - most));
    }
}
