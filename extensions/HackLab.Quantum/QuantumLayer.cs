using HackLab.Quantum.Internals;
using HackLab.Simulation.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HackLab.Quantum;

/// <summary>
/// A circuit as a layer of a network: features in, means of observables out. Its weights are the trainable parameters of the circuit;
/// gradients of weights and inputs are computed by the adjoint method, with memory that does not depend on the depth.
/// </summary>
/// <example>
/// <code>
/// var circuit = new QuantumCircuit(2).AngleEncoding().RY(Angle.Parameter(0), 0).RY(Angle.Parameter(1), 1).CNOT(0, 1);
/// var layer = new QuantumLayer(circuit, Pauli.Z(0), Pauli.Z(1));
/// Tensor y = layer.call(x);    // x (n, 2) to y (n, 2), each from −1 to 1
/// </code>
/// </example>
public sealed class QuantumLayer : nn.Module<Tensor, Tensor>
{
    private readonly CircuitBatch _batch;

    /// <summary>A layer that measures some observables.</summary>
    /// <param name="circuit">The circuit; gates that are added to it later do not change the layer.</param>
    /// <param name="observables">What is measured, one output each.</param>
    /// <exception cref="CircuitException">An observable acts on a wire that does not exist.</exception>
    /// <exception cref="ArgumentException">There is no observable.</exception>
    public QuantumLayer(QuantumCircuit circuit, params IReadOnlyList<Observable> observables)
        : this(circuit, observables, 0)
    {
    }

    /// <summary>A layer that measures some observables, with weights from a seed.</summary>
    /// <param name="circuit">The circuit; gates that are added to it later do not change the layer.</param>
    /// <param name="observables">What is measured, one output each.</param>
    /// <param name="seed">Chooses the weights, each uniform in [0, 2π).</param>
    /// <exception cref="CircuitException">An observable acts on a wire that does not exist.</exception>
    /// <exception cref="ArgumentException">There is no observable.</exception>
    public QuantumLayer(QuantumCircuit circuit, IReadOnlyList<Observable> observables, int seed)
        : base(nameof(QuantumLayer))
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(observables);
        if (observables.Count == 0) throw new ArgumentException("A quantum layer measures at least one observable, such as Pauli.Z(0).", nameof(observables));
        Circuit = circuit;
        _batch = new CircuitBatch(circuit.Program, [.. observables.Select(o => o.For(circuit.Wires))]);
        var random = new SeededRandom(seed);
        var start = new float[circuit.ParameterCount];
        for (int i = 0; i < start.Length; i++) start[i] = (float)(random.NextDouble() * 2 * Math.PI);
        register_parameter(nameof(weight), new Parameter(tensor(start, [start.Length])));
    }

    /// <summary>The circuit.</summary>
    public QuantumCircuit Circuit { get; }

    /// <summary>The trainable parameters of the circuit, shape (ParameterCount), in radians if an angle is a parameter alone.</summary>
    public Parameter weight => get_parameter(nameof(weight))!;

    /// <summary>How many features it takes.</summary>
    public int in_features => _batch.Program.InputCount;

    /// <summary>How many numbers it gives.</summary>
    public int out_features => _batch.Outputs;

    /// <summary>Sets the trainable parameters.</summary>
    /// <param name="values">As many as there are.</param>
    /// <exception cref="ArgumentException">Another number.</exception>
    /// <returns>The layer.</returns>
    public QuantumLayer SetWeights(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != _batch.Program.ParameterCount)
            throw new ArgumentException($"The circuit has {_batch.Program.ParameterCount} parameters, not {values.Count}.", nameof(values));
        using (no_grad())
        {
            using Tensor given = tensor(values.Select(v => (float)v).ToArray(), [values.Count]);
            weight.copy_(given);
        }
        return this;
    }

    /// <summary>The means of the observables.</summary>
    /// <param name="x">
    /// Features, shape (n, in_features); the columns do not matter for a circuit without inputs, which gives n equal rows.
    /// </param>
    /// <returns>Shape (n, out_features).</returns>
    /// <exception cref="ArgumentException">Another shape.</exception>
    /// <exception cref="CircuitException">A feature or a weight is not finite; names the sample and the gate.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    public override Tensor forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.dim() != 2 || (in_features > 0 && x.shape[1] != in_features))
            throw new ArgumentException($"A quantum layer with {in_features} inputs takes a tensor of shape [n, {in_features}], not [{string.Join(", ", x.shape)}].", nameof(x));
        return CircuitFunction.apply(x, weight, _batch);
    }
}
