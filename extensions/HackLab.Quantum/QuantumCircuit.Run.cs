using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>Running a circuit: states, expectation values and their gradients.</summary>
public sealed partial class QuantumCircuit
{
    /// <summary>The state behind the last gate.</summary>
    /// <param name="parameters">p, as many as <see cref="ParameterCount"/>; null for none.</param>
    /// <param name="inputs">x, as many as <see cref="InputCount"/>; null for none.</param>
    /// <exception cref="CircuitException">Another number of them, or an angle that is not finite; names the gate.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    public StateVector Run(IReadOnlyList<double>? parameters = null, IReadOnlyList<double>? inputs = null)
    {
        (double[] p, double[] x) = Bind(parameters, inputs);
        return new(Forward(Program.MatricesAt(p, x), x));
    }

    /// <summary>The mean of an observable behind the last gate.</summary>
    /// <param name="observable">For example <c>Pauli.Z(0)</c>.</param>
    /// <param name="parameters">p, as many as <see cref="ParameterCount"/>; null for none.</param>
    /// <param name="inputs">x, as many as <see cref="InputCount"/>; null for none.</param>
    /// <exception cref="CircuitException">Another number of them, an angle that is not finite, or a wire that does not exist.</exception>
    public double Expectation(Observable observable, IReadOnlyList<double>? parameters = null, IReadOnlyList<double>? inputs = null)
    {
        ArgumentNullException.ThrowIfNull(observable);
        (double[] p, double[] x) = Bind(parameters, inputs);
        MaskedTerm[] terms = observable.For(Wires);
        using Amplitudes state = Forward(Program.MatricesAt(p, x), x);
        return ObservableRunner.Expectation(terms, state, Program.IsReal);
    }

    /// <summary>The derivative of the mean of an observable by each trainable parameter.</summary>
    /// <param name="observable">For example <c>Pauli.Z(0)</c>.</param>
    /// <param name="parameters">p, as many as <see cref="ParameterCount"/>.</param>
    /// <param name="inputs">x, as many as <see cref="InputCount"/>; null for none.</param>
    /// <param name="method">How.</param>
    /// <returns>Shape [ParameterCount].</returns>
    /// <exception cref="CircuitException">Another number of them, an angle that is not finite, or a wire that does not exist.</exception>
    public double[] Gradient(
        Observable observable, IReadOnlyList<double> parameters, IReadOnlyList<double>? inputs = null, GradientMethod method = GradientMethod.Adjoint)
    {
        ArgumentNullException.ThrowIfNull(observable);
        (double[] p, double[] x) = Bind(parameters, inputs);
        MaskedTerm[] terms = observable.For(Wires);
        if (method == GradientMethod.ParameterShift) return ShiftRules.Gradient(Program, terms, p, x);
        if (method == GradientMethod.FiniteDifferences) return ShiftRules.Differences(Program, terms, p, x);
        var gradient = new double[p.Length];
        Matrix2[] matrices = Program.MatricesAt(p, x);
        using Amplitudes state = Forward(matrices, x), other = new(Wires);
        Adjoint.AddGradients(Program, matrices, [terms], [1], state, other, p, x, gradient, default, Data.Hosting.NotebookHost.Token);
        return gradient;
    }

    private Amplitudes Forward(Matrix2[] matrices, ReadOnlySpan<double> inputs)
    {
        var state = new Amplitudes(Wires);
        Program.Begin(state, inputs);
        StateRunner.Forward(Program, matrices, state, Program.IsReal);
        return state;
    }

    private (double[] Parameters, double[] Inputs) Bind(IReadOnlyList<double>? parameters, IReadOnlyList<double>? inputs)
    {
        if ((parameters?.Count ?? 0) != ParameterCount)
            throw new CircuitException($"The circuit has {Numbered(ParameterCount, "trainable parameter")}, but {parameters?.Count ?? 0} are given.");
        if ((inputs?.Count ?? 0) != InputCount)
            throw new CircuitException($"The circuit has {Numbered(InputCount, "input")}, but {inputs?.Count ?? 0} are given.");
        return (parameters?.ToArray() ?? [], inputs?.ToArray() ?? []);
    }

    private static string Numbered(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
