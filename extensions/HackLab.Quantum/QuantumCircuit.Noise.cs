using System.Numerics;
using HackLab.Data.Hosting;
using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>Running a circuit with noise.</summary>
public sealed partial class QuantumCircuit
{
    /// <summary>
    /// The mixed state behind the last gate if every gate is followed by noise: exactly, by a density matrix, and not by drawing lots.
    /// </summary>
    /// <param name="noise">What goes wrong.</param>
    /// <param name="parameters">p, as many as <see cref="ParameterCount"/>; null for none.</param>
    /// <param name="inputs">x, as many as <see cref="InputCount"/>; null for none.</param>
    /// <exception cref="CircuitException">
    /// More than 10 wires, a probability that is none, another number of parameters or inputs, or an angle that is not finite.
    /// </exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>new QuantumCircuit(2).H(0).CNOT(0, 1).RunNoisy(new NoiseModel(0.01)).Purity</code></example>
    public DensityMatrix RunNoisy(NoiseModel noise, IReadOnlyList<double>? parameters = null, IReadOnlyList<double>? inputs = null)
    {
        ArgumentNullException.ThrowIfNull(noise);
        noise.Check();
        DensityMatrix.CheckSize(Wires);
        (double[] p, double[] x) = Bind(parameters, inputs);
        Matrix2[] matrices = Program.MatricesAt(p, x);
        using var start = new Amplitudes(Wires);
        Program.Begin(start, x);
        using NoisyState state = new(start);
        CancellationToken token = NotebookHost.Token;
        Operation[] operations = Program.Operations;
        for (int i = 0; i < operations.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            state.Apply(operations[i], matrices[i]);
            bool isLastOfGate = i + 1 == operations.Length || operations[i + 1].Gate != operations[i].Gate;
            if (!isLastOfGate || noise.Depolarizing == 0) continue;
            foreach (int wire in _gates[operations[i].Gate].Wires) state.Depolarize(wire, noise.Depolarizing);
        }
        return new DensityMatrix(state.ToArray());
    }
}
