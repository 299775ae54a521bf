namespace HackLab.Quantum.Internals;

/// <summary>
/// Gradients by the adjoint method: from the final state backwards, gate by gate, with two states in memory however deep the circuit is
/// (Jones and Gacon, "Efficient calculation of gradients in classical simulations of variational quantum algorithms", arXiv:2009.02823).
/// </summary>
internal static class Adjoint
{
    /// <summary>Adds the derivatives of Σ weight[k] ⟨O[k]⟩ to the gradients of parameters and inputs.</summary>
    /// <param name="program">The circuit.</param>
    /// <param name="matrices">Its matrices for the sample.</param>
    /// <param name="observables">O.</param>
    /// <param name="weights">One per observable.</param>
    /// <param name="state">The final state; afterwards that at the beginning.</param>
    /// <param name="other">Memory for a second state.</param>
    /// <param name="parameters">p.</param>
    /// <param name="inputs">x of the sample.</param>
    /// <param name="toParameters">Where the derivatives by p are added; may be empty if nobody wants them.</param>
    /// <param name="toInputs">Where those by x are added; may be empty.</param>
    /// <param name="token">Ends it between two gates.</param>
    internal static void AddGradients(
        CircuitProgram program,
        Matrix2[] matrices,
        MaskedTerm[][] observables,
        ReadOnlySpan<double> weights,
        Amplitudes state,
        Amplitudes other,
        ReadOnlySpan<double> parameters,
        ReadOnlySpan<double> inputs,
        Span<double> toParameters,
        Span<double> toInputs,
        CancellationToken token)
    {
        bool real = program.IsReal, ofStart = program.Start is { InputCount: > 0 } && !toInputs.IsEmpty;
        other.Clear();
        for (int k = 0; k < observables.Length; k++) ObservableRunner.AddProduct(observables[k], weights[k], state, other, real);
        int first = ofStart ? 0 : FirstWanted(program, !toParameters.IsEmpty, !toInputs.IsEmpty);
        for (int i = program.Operations.Length - 1; i >= first; i--)
        {
            token.ThrowIfCancellationRequested();
            Operation operation = program.Operations[i];
            if (IsWanted(operation, !toParameters.IsEmpty, !toInputs.IsEmpty))
                Spread(operation.Angle, Derivative(operation, other, state, real), parameters, inputs, toParameters, toInputs);
            if (i == first && !ofStart) break;
            Matrix2 back = matrices[i].Dagger;
            Undo(operation, back, state, real);
            Undo(operation, back, other, real);
        }
        if (ofStart)
        {
            Span<double> gradient = other.Real;    // dL/da = 2 Re λ for real amplitudes a
            foreach (ref double g in gradient) g *= 2;
            program.Start!.AddGradient(gradient, inputs, toInputs);
        }
    }

    private static bool IsWanted(Operation operation, bool byParameters, bool byInputs)
    {
        foreach (AngleTerm term in operation.Angle.Terms)
        {
            if ((byParameters && term.Parameter >= 0) || (byInputs && term.Input >= 0)) return true;
        }
        return false;
    }

    private static int FirstWanted(CircuitProgram program, bool byParameters, bool byInputs)
    {
        int i = 0;
        while (i < program.Operations.Length && !IsWanted(program.Operations[i], byParameters, byInputs)) i++;
        return i;
    }

    private static unsafe void Undo(Operation operation, in Matrix2 back, Amplitudes state, bool real) =>
        GateRunner.Apply(operation, back, state.Re, real ? null : state.Im, state.Bits);

    private static double Derivative(Operation operation, Amplitudes left, Amplitudes right, bool real)
    {
        bool isPhase = operation.Kind == OperationKind.Phase;
        int ones = isPhase ? operation.Target : operation.Controls, low = ones & Lattice.LaneMask, high = ones & ~Lattice.LaneMask;
        if (isPhase)
        {
            var phase = new PhaseDerivative(left, right, low);
            Walk(new(right.Bits, high, high), ref phase);
            return phase.Sum;
        }
        int bit = 1 << operation.Target;
        if (bit <= Lattice.LaneMask)
        {
            var lanes = new LaneDerivative(left, right, real, operation.Kind, operation.Target, low);
            Walk(new(right.Bits, high, high), ref lanes);
            return lanes.Sum;
        }
        var pairs = new PairDerivative(left, right, real, operation.Kind, bit, low);
        Walk(new(right.Bits, high | bit, high), ref pairs);
        return pairs.Sum;
    }

    private static void Walk<TRun>(Lattice lattice, ref TRun work)
        where TRun : struct, IRun => lattice.Walk(0, lattice.Vectors, ref work);

    /// <summary>The chain rule: θ = c + Σ a p + Σ b x + Σ d p x.</summary>
    private static void Spread(
        Angle angle, double derivative, ReadOnlySpan<double> parameters, ReadOnlySpan<double> inputs, Span<double> toParameters, Span<double> toInputs)
    {
        foreach (AngleTerm term in angle.Terms)
        {
            double value = derivative * term.Factor;
            if (term.Parameter >= 0 && !toParameters.IsEmpty)
                toParameters[term.Parameter] += value * (term.Input >= 0 ? inputs[term.Input] : 1);
            if (term.Input >= 0 && !toInputs.IsEmpty)
                toInputs[term.Input] += value * (term.Parameter >= 0 ? parameters[term.Parameter] : 1);
        }
    }
}
