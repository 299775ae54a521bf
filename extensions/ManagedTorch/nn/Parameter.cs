namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns: registered with it, updated by optimisers.</summary>
public class Parameter : torch.Tensor
{
    /// <summary>Makes the values of <paramref name="data"/> (the same memory) a parameter.</summary>
    /// <exception cref="InvalidOperationException">A gradient is asked for and the type holds whole numbers.</exception>
    public Parameter(torch.Tensor data, bool requires_grad = true) : base(data) => this.requires_grad = requires_grad;
}
