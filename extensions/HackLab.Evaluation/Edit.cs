namespace HackLab.Evaluation;

/// <summary>What one step of an alignment is.</summary>
public enum EditKind
{
    /// <summary>Both have the same.</summary>
    Match,

    /// <summary>The other text has something else.</summary>
    Substitution,

    /// <summary>The other text has something more.</summary>
    Insertion,

    /// <summary>The other text lacks it.</summary>
    Deletion,
}

/// <summary>One step of an alignment of two texts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">The character or word of the true text; empty for an insertion.</param>
/// <param name="Hypothesis">That of the other text; empty for a deletion.</param>
public sealed record Edit(EditKind Kind, string Reference, string Hypothesis);
