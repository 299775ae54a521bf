namespace HackLab.Quantum.Internals;

/// <summary>How a circuit begins: with a given state, or with the inputs as amplitudes of some wires.</summary>
/// <param name="state">The state; null for inputs.</param>
/// <param name="wires">The wires of the amplitudes, highest bit first.</param>
/// <param name="allWires">How many the circuit has.</param>
internal sealed class Preparation(StateVector? state, int[] wires, int allWires)
{
    internal StateVector? State => state;

    internal IReadOnlyList<int> Wires => wires;

    /// <summary>How many inputs it takes.</summary>
    internal int InputCount => state is null ? 1 << wires.Length : 0;

    /// <summary>Whether all amplitudes are real.</summary>
    internal bool IsReal => state is null || !state.Data.Imaginary.ContainsAnyExcept(0.0);

    /// <summary>The place among all amplitudes of number <paramref name="index"/> of the inputs.</summary>
    internal int Place(int index)
    {
        int place = 0;
        for (int k = 0; k < wires.Length; k++)
        {
            int bit = (index >> (wires.Length - 1 - k)) & 1;
            place |= bit << (allWires - 1 - wires[k]);
        }
        return place;
    }

    /// <summary>Writes the amplitudes.</summary>
    /// <exception cref="CircuitException">All inputs are 0, so that there is no direction to normalise.</exception>
    internal void Fill(Amplitudes amplitudes, ReadOnlySpan<double> inputs)
    {
        if (state is not null)
        {
            amplitudes.CopyFrom(state.Data);
            return;
        }
        CheckInputs(inputs);
        double norm = Norm(inputs);
        amplitudes.Clear();
        Span<double> real = amplitudes.Real;
        for (int i = 0; i < InputCount; i++) real[Place(i)] = inputs[i] / norm;
    }

    /// <summary>The gradient of the inputs from that of the amplitudes: a = x / ‖x‖, so dL/dx = (dL/da − a (a · dL/da)) / ‖x‖.</summary>
    internal void AddGradient(ReadOnlySpan<double> amplitudeGradient, ReadOnlySpan<double> inputs, Span<double> gradient)
    {
        double norm = Norm(inputs), along = 0;
        for (int i = 0; i < InputCount; i++) along += inputs[i] / norm * amplitudeGradient[Place(i)];
        for (int i = 0; i < InputCount; i++) gradient[i] += (amplitudeGradient[Place(i)] - (inputs[i] / norm * along)) / norm;
    }

    /// <summary>Throws if an input is not a number.</summary>
    /// <exception cref="CircuitException">Names the input.</exception>
    internal void CheckInputs(ReadOnlySpan<double> inputs)
    {
        for (int i = 0; i < InputCount; i++)
        {
            if (!double.IsFinite(inputs[i])) throw new CircuitException($"Amplitude encoding: input {i} is {inputs[i]}; amplitudes must be finite numbers.");
        }
    }

    private double Norm(ReadOnlySpan<double> inputs)
    {
        double sum = 0;
        foreach (double x in inputs[..InputCount]) sum += x * x;
        if (sum == 0) throw new CircuitException($"Amplitude encoding: all {InputCount} inputs are 0, and a state of length 0 cannot be normalised.");
        return Math.Sqrt(sum);
    }
}
