namespace HackLab.Quantum;

/// <summary>What goes wrong on a real quantum computer, as far as one number says it.</summary>
/// <param name="Depolarizing">
/// The probability, 0 to 1, that a gate leaves a wire which it touches in the completely mixed state: ρ → (1 − p) ρ + p Tr_wire(ρ) ⊗ I/2,
/// behind every gate on each of its wires (Nielsen and Chuang, section 8.3.4).
/// </param>
public sealed record NoiseModel(double Depolarizing)
{
    internal void Check()
    {
        if (!(Depolarizing >= 0 && Depolarizing <= 1))
            throw new CircuitException($"The depolarising probability is {Depolarizing}; a probability is from 0 to 1.");
    }
}
