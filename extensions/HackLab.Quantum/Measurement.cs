namespace HackLab.Quantum;

/// <summary>One measurement of a state.</summary>
/// <param name="Bits">What was read, a letter per measured wire.</param>
/// <param name="Probability">How probable that was.</param>
/// <param name="After">The state behind the measurement, in which the measured wires have these values for sure.</param>
public sealed record Measurement(string Bits, double Probability, StateVector After)
{
    /// <summary>The bits and their probability.</summary>
    public override string ToString() => $"{Bits} (probability {Internals.Numbers.Text(Probability)}), then {After}";
}
