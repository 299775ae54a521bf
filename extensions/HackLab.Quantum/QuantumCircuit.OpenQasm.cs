using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>Export for other programs and real quantum computers.</summary>
public sealed partial class QuantumCircuit
{
    /// <summary>
    /// The circuit in OpenQASM 3 (Cross et al., ACM Trans. Quantum Comput. 3, 12, 2022), with the gates of <c>stdgates.inc</c>. Parameters and
    /// features without values become declarations <c>input float[64] p0;</c>. Prepared amplitudes become controlled rotations.
    /// </summary>
    /// <param name="parameters">p, as many as <see cref="ParameterCount"/>; null leaves them open.</param>
    /// <param name="inputs">x, as many as <see cref="InputCount"/>; null leaves them open.</param>
    /// <exception cref="CircuitException">
    /// Another number of them, an angle that is not finite, or an amplitude encoding without inputs: gates cannot be chosen before they are known.
    /// </exception>
    /// <example><code>Console.WriteLine(new QuantumCircuit(2).H(0).CNOT(0, 1).ToOpenQasm());</code></example>
    public string ToOpenQasm(IReadOnlyList<double>? parameters = null, IReadOnlyList<double>? inputs = null)
    {
        (double[] p, double[] x) = Bind(parameters ?? new double[ParameterCount], inputs ?? new double[InputCount]);
        if (Start is { InputCount: > 0 } && inputs is null)
            throw new CircuitException("The circuit begins with its inputs as amplitudes; give the inputs, so that gates for them can be found.");
        for (int i = 0; i < _gates.Count; i++)
        {
            if (_gates[i].Angles.Any(angle => !double.IsFinite(angle.Value(p, x))))
                throw new CircuitException($"gate {i + 1} ({_gates[i].Name}) on wire {_gates[i].Targets[0]}: its angle is not finite with these values.");
        }
        return new OpenQasmWriter(this, parameters is null ? null : p, inputs is null ? null : x).Write();
    }
}
