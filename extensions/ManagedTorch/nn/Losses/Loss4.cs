namespace TorchSharp;

/// <summary>A loss of four arguments.</summary>
public abstract class Loss<T1, T2, T3, T4, TResult> : torch.nn.Module<T1, T2, T3, T4, TResult>
{
    /// <summary>With what it does with the losses of the examples.</summary>
    public Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean) : base("Loss") => this.reduction = reduction;

    /// <summary>What it does with the losses of the examples.</summary>
    public torch.nn.Reduction reduction { get; }
}
