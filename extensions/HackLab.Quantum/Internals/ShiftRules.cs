namespace HackLab.Quantum.Internals;

/// <summary>Gradients from the values of a circuit at other angles: slow, but independent of the adjoint method.</summary>
internal static class ShiftRules
{
    private const double Step = 1e-4;

    /// <summary>The parameter-shift rule, operation by operation, with the chain rule for angles that are expressions.</summary>
    internal static double[] Gradient(CircuitProgram program, MaskedTerm[] terms, double[] parameters, double[] inputs)
    {
        var gradient = new double[parameters.Length];
        Matrix2[] matrices = program.MatricesAt(parameters, inputs);
        for (int i = 0; i < program.Operations.Length; i++)
        {
            Operation operation = program.Operations[i];
            if (operation.Angle.IsConstant) continue;
            double theta = operation.Angle.Value(parameters, inputs);
            double slope = operation.Controls == 0 ? TwoTerms(At) : FourTerms(At);
            foreach (AngleTerm term in operation.Angle.Terms)
            {
                if (term.Parameter >= 0) gradient[term.Parameter] += slope * term.Factor * (term.Input >= 0 ? inputs[term.Input] : 1);
            }

            double At(double shift)
            {
                Matrix2[] shifted = [.. matrices];
                shifted[i] = operation.MatrixAt(theta + shift);
                return Value(program, terms, shifted, inputs);
            }
        }
        return gradient;
    }

    /// <summary>Central differences.</summary>
    internal static double[] Differences(CircuitProgram program, MaskedTerm[] terms, double[] parameters, double[] inputs)
    {
        var gradient = new double[parameters.Length];
        for (int k = 0; k < parameters.Length; k++)
        {
            double[] up = [.. parameters], down = [.. parameters];
            up[k] += Step;
            down[k] -= Step;
            gradient[k] = (Value(program, terms, program.MatricesAt(up, inputs), inputs)
                - Value(program, terms, program.MatricesAt(down, inputs), inputs)) / (2 * Step);
        }
        return gradient;
    }

    // Generators with eigenvalues ±½ (rotations, and phases but for a global one): f'(θ) = (f(θ + π/2) − f(θ − π/2)) / 2.
    private static double TwoTerms(Func<double, double> at) => (at(Math.PI / 2) - at(-Math.PI / 2)) / 2;

    // Eigenvalues 0 and ±½ (controlled rotations): two differences, with (√2 ± 1) / 4√2.
    private static double FourTerms(Func<double, double> at)
    {
        double near = (Math.Sqrt(2) + 1) / (4 * Math.Sqrt(2)), far = (Math.Sqrt(2) - 1) / (4 * Math.Sqrt(2));
        return (near * (at(Math.PI / 2) - at(-Math.PI / 2))) - (far * (at(3 * Math.PI / 2) - at(-3 * Math.PI / 2)));
    }

    private static double Value(CircuitProgram program, MaskedTerm[] terms, Matrix2[] matrices, ReadOnlySpan<double> inputs)
    {
        using var state = new Amplitudes(program.Wires);
        program.Begin(state, inputs);
        StateRunner.Forward(program, matrices, state, program.IsReal);
        return ObservableRunner.Expectation(terms, state, program.IsReal);
    }
}
