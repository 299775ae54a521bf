namespace HackLab.Learning;

/// <summary>Settings of <see cref="CtcDecoder.Beam"/>; change them by <c>with</c> or <c>new() { … }</c>.</summary>
public sealed record BeamOptions
{
    /// <summary>How many texts are kept after each step, at least 1.</summary>
    public int Width { get; init; } = 16;

    /// <summary>What knows the language; null for none.</summary>
    public CharacterNGram? Language { get; init; }

    /// <summary>How much ln P(text | language) counts beside ln P(text | scores), at least 0.</summary>
    public double LanguageWeight { get; init; } = 0.2;

    /// <summary>Added for each character, since a language model makes every text less likely by each of its
    /// characters.</summary>
    public double InsertionBonus { get; init; } = 0.2;

    /// <summary>Classes less likely than this at a step are left out there: a natural logarithm, below 0.</summary>
    public double LeastLogProbability { get; init; } = -9;

    internal BeamOptions Checked()
    {
        if (Width < 1) throw new ArgumentException($"Width must be at least 1, not {Width}.", nameof(Width));
        if (!(LanguageWeight >= 0) || !double.IsFinite(LanguageWeight))
            throw new ArgumentException($"LanguageWeight must be at least 0, not {LanguageWeight}.", nameof(LanguageWeight));
        if (!double.IsFinite(InsertionBonus))
            throw new ArgumentException($"InsertionBonus must be finite, not {InsertionBonus}.", nameof(InsertionBonus));
        if (!(LeastLogProbability < 0))
            throw new ArgumentException(
                $"LeastLogProbability must be below 0, not {LeastLogProbability}.", nameof(LeastLogProbability));
        return this;
    }
}
