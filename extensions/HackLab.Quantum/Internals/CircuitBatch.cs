using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using HackLab.Data.Hosting;

namespace HackLab.Quantum.Internals;

/// <summary>One circuit for many samples, which are shared among the cores; results do not depend on how many there are.</summary>
internal sealed class CircuitBatch(CircuitProgram program, MaskedTerm[][] observables)
{
    // States to work in, used again in the next step: asking for memory anew costs more than a small circuit.
    private readonly ConcurrentBag<Amplitudes> _states = [];

    internal CircuitProgram Program => program;

    internal int Outputs => observables.Length;

    /// <summary>Means, shape [n, outputs].</summary>
    internal double[] Forward(double[] parameters, double[] inputs, int n)
    {
        CheckFinite(parameters, inputs, n);
        var means = new double[n * Outputs];
        Each(n, (sample, token) =>
        {
            Amplitudes state = Rent();
            Run(parameters, Of(inputs, sample, n), state, n == 1, token);
            for (int k = 0; k < Outputs; k++)
                means[(sample * Outputs) + k] = ObservableRunner.Expectation(observables[k], state, program.IsReal);
            _states.Add(state);
        });
        return means;
    }

    /// <summary>The gradients of Σ dy · mean by parameters, shape [parameters], and by inputs, shape [n, inputs]; empty if not wanted.</summary>
    internal (double[] Parameters, double[] Inputs) Backward(
        double[] parameters, double[] inputs, int n, double[] dy, bool ofParameters, bool ofInputs)
    {
        int count = ofParameters ? parameters.Length : 0;
        double[] bySample = new double[n * count], toInputs = new double[ofInputs ? n * program.InputCount : 0];
        Each(n, (sample, token) =>
        {
            Amplitudes state = Rent(), other = Rent();
            ReadOnlySpan<double> x = Of(inputs, sample, n);
            Matrix2[] matrices = Run(parameters, x, state, n == 1, token);
            Adjoint.AddGradients(
                program, matrices, observables, dy.AsSpan(sample * Outputs, Outputs), state, other, parameters, x,
                bySample.AsSpan(sample * count, count), ofInputs ? toInputs.AsSpan(sample * program.InputCount, program.InputCount) : default, token);
            _states.Add(state);
            _states.Add(other);
        });
        // Added in the order of the samples, so that the sum is the same for any number of threads.
        var toParameters = new double[count];
        for (int i = 0; i < bySample.Length; i++) toParameters[i % count] += bySample[i];
        return (toParameters, toInputs);
    }

    private Matrix2[] Run(double[] parameters, ReadOnlySpan<double> x, Amplitudes state, bool alone, CancellationToken token)
    {
        Matrix2[] matrices = program.MatricesAt(parameters, x);
        program.Begin(state, x);
        if (alone) StateRunner.Forward(program, matrices, state, program.IsReal);
        else StateRunner.Whole(program.Operations, matrices, state, program.IsReal, 0, matrices.Length, token);
        return matrices;
    }

    private Amplitudes Rent() => _states.TryTake(out Amplitudes? state) ? state : new Amplitudes(program.Wires);

    private ReadOnlySpan<double> Of(double[] inputs, int sample, int n) =>
        program.InputCount == 0 ? default : inputs.AsSpan(sample * (inputs.Length / n), program.InputCount);

    private static void Each(int n, Action<int, CancellationToken> work)
    {
        CancellationToken token = NotebookHost.Token;
        try
        {
            if (n == 1) work(0, token);
            else Parallel.For(0, n, new ParallelOptions { CancellationToken = token }, sample => work(sample, token));
        }
        catch (AggregateException error)
        {
            Exception inner = error.Flatten().InnerExceptions.FirstOrDefault(e => e is OperationCanceledException) ?? error.Flatten().InnerExceptions[0];
            ExceptionDispatchInfo.Throw(inner);
        }
    }

    // Here and not by whichever thread comes first, so that the message names the first bad sample.
    private void CheckFinite(double[] parameters, double[] inputs, int n)
    {
        bool fine = Array.TrueForAll(parameters, double.IsFinite) && Array.TrueForAll(inputs, double.IsFinite);
        for (int sample = 0; !fine && sample < n; sample++)
        {
            try
            {
                ReadOnlySpan<double> x = Of(inputs, sample, n);
                program.MatricesAt(parameters, x);
                program.Start?.CheckInputs(x);
            }
            catch (CircuitException error)
            {
                throw new CircuitException($"sample {sample}: {error.Message}");
            }
        }
    }
}
