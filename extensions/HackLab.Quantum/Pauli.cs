namespace HackLab.Quantum;

/// <summary>The observables that a quantum computer measures: X, Y and Z of a wire, each ±1, and products of them.</summary>
/// <example><code>Observable energy = (0.5 * Pauli.Z(0) * Pauli.Z(1)) + Pauli.X(2);</code></example>
public static class Pauli
{
    /// <summary>1, whatever the state.</summary>
    public static Observable Identity { get; } = new([new(1, [])]);

    /// <summary>X of a wire: +1 for (|0⟩ + |1⟩)/√2, −1 for (|0⟩ − |1⟩)/√2.</summary>
    /// <param name="wire">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public static Observable X(int wire) => Single(wire, 'X');

    /// <summary>Y of a wire: +1 for (|0⟩ + i|1⟩)/√2, −1 for (|0⟩ − i|1⟩)/√2.</summary>
    /// <inheritdoc cref="X"/>
    public static Observable Y(int wire) => Single(wire, 'Y');

    /// <summary>Z of a wire: +1 for |0⟩, −1 for |1⟩; its mean is P(0) − P(1).</summary>
    /// <inheritdoc cref="X"/>
    public static Observable Z(int wire) => Single(wire, 'Z');

    /// <summary>A product written as a letter per wire, from wire 0: <c>XIZ</c> is X of wire 0 times Z of wire 2.</summary>
    /// <param name="letters">I, X, Y and Z.</param>
    /// <exception cref="ArgumentException">Another letter, or none.</exception>
    public static Observable String(string letters)
    {
        ArgumentException.ThrowIfNullOrEmpty(letters);
        var factors = new List<WireFactor>();
        for (int wire = 0; wire < letters.Length; wire++)
        {
            char letter = letters[wire];
            if (letter is not ('I' or 'X' or 'Y' or 'Z'))
                throw new ArgumentException($"'{letter}' at place {wire} of \"{letters}\" is no Pauli letter; it can be I, X, Y or Z.", nameof(letters));
            if (letter != 'I') factors.Add(new(wire, letter));
        }
        return new([new(1, [.. factors])]);
    }

    private static Observable Single(int wire, char letter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wire);
        return new([new(1, [new(wire, letter)])]);
    }
}
