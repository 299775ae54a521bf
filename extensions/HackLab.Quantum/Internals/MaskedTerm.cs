namespace HackLab.Quantum.Internals;

/// <summary>
/// A product of Pauli matrices and projectors on indices: it takes |j⟩ to Factor · i^YCount · (−1)^(number of ones in j and Sign) |j xor Flip⟩
/// if the bits of j under Mask are Value, and to 0 otherwise. Y|0⟩ = i|1⟩ and Y|1⟩ = −i|0⟩, so a Y is in Flip and in Sign.
/// </summary>
internal readonly record struct MaskedTerm(double Factor, int Flip, int Sign, int YCount, int Mask, int Value)
{
    /// <summary>Whether it needs no imaginary part and makes none: its matrix is real.</summary>
    internal bool IsReal => YCount % 2 == 0;

    internal static MaskedTerm Of(ObservableTerm term, int wires)
    {
        (int flip, int sign, int ys, int mask, int value) = (0, 0, 0, 0, 0);
        foreach (WireFactor factor in term.Factors)
        {
            int bit = 1 << (wires - 1 - factor.Wire);
            if (factor.Letter is 'X' or 'Y') flip |= bit;
            if (factor.Letter is 'Y' or 'Z') sign |= bit;
            if (factor.Letter is 'Y') ys++;
            if (factor.Letter is '0' or '1') mask |= bit;
            if (factor.Letter is '1') value |= bit;
        }
        return new(term.Factor, flip, sign, ys, mask, value);
    }
}
