using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Benchmarks;

/// <summary>Trains a workload with Adam, step by step.</summary>
internal sealed class Training(Workload workload)
{
    private readonly optim.Optimizer _optimizer = optim.Adam(workload.Model.parameters(), lr: 1e-3);

    /// <summary>Forward, loss, backward, Adam, zero_grad; gives the loss.</summary>
    internal float Step()
    {
        using Tensor loss = workload.Loss();
        loss.backward();
        _optimizer.step();
        _optimizer.zero_grad();
        return loss.item<float>();
    }

    /// <summary>The same with everything that the step creates given back at its end, as TorchSharp's examples do.</summary>
    internal float StepInScope()
    {
        using DisposeScope scope = NewDisposeScope();
        return Step();
    }
}
