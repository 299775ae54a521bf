using TorchSharp;
using static TorchSharp.torch;

namespace HackLab.Quantum.Benchmarks;

/// <summary>
/// The quantum autoencoder: 9 data wires, two layers of RY(p + p·x) and a ring of CNOTs, 36 parameters; the fidelity of the last four
/// data wires with |0000⟩ by a SWAP test with 4 + 1 further wires, or as the probability to read 0000.
/// </summary>
internal sealed class Autoencoder
{
    internal const int Batch = 30;

    private const int Data = 9;

    private readonly QuantumLayer _layer;
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _x;

    internal Autoencoder(bool swapTest)
    {
        var circuit = new QuantumCircuit(swapTest ? 14 : Data);
        int p = 0;
        for (int layer = 0; layer < 2; layer++)
        {
            for (int wire = 0; wire < Data; wire++)
                circuit.RY(Angle.Parameter(p++) + (Angle.Parameter(p++) * Angle.Input(wire)), wire);
            for (int wire = 0; wire < Data; wire++) circuit.CNOT(wire, (wire + 1) % Data);
        }
        if (swapTest) circuit.SwapTest(13, [5, 6, 7, 8], [9, 10, 11, 12]);
        _layer = new QuantumLayer(circuit, swapTest ? Pauli.Z(13) : Observable.Projector("0000", 5, 6, 7, 8));
        _layer.SetWeights([.. Enumerable.Range(0, p).Select(i => Math.Sin(i))]);
        _optimizer = optim.Adam(_layer.parameters(), lr: 1e-3);
        _x = tensor(Enumerable.Range(0, Batch * Data).Select(i => (float)Math.Cos(i)).ToArray(), [Batch, Data]);
    }

    /// <summary>Forward, backward and Adam; gives the loss before the step.</summary>
    internal double Step()
    {
        _optimizer.zero_grad();
        using Tensor loss = (1 - _layer.call(_x)).pow(2).mean();
        loss.backward();
        _optimizer.step();
        return loss.ToDouble();
    }
}
