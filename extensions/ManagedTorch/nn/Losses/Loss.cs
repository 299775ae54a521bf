using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What losses of two arguments share.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    /// <summary>A loss with this reduction.</summary>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<,,>)) => this.reduction = reduction;

    /// <summary>What becomes of the values of all elements.</summary>
    public nn.Reduction reduction { get; }
}

/// <summary>What losses of three arguments share.</summary>
public abstract class Loss<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    /// <summary>A loss with this reduction.</summary>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<,,,>)) => this.reduction = reduction;

    /// <summary>What becomes of the values of all elements.</summary>
    public nn.Reduction reduction { get; }
}

/// <summary>What losses of four arguments share.</summary>
public abstract class Loss<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    /// <summary>A loss with this reduction.</summary>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<,,,,>)) => this.reduction = reduction;

    /// <summary>What becomes of the values of all elements.</summary>
    public nn.Reduction reduction { get; }
}
