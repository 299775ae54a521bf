using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>What a tensor knows about differentiation, once it has to do with it.</summary>
internal sealed class AutogradState
{
    /// <summary>Whether a leaf collects its gradient.</summary>
    public bool RequiresGrad { get; set; }

    /// <summary>The operation that made the tensor; null for a leaf.</summary>
    public Node? Function { get; set; }

    /// <summary>Which output of <see cref="Function"/> it is.</summary>
    public int Output { get; set; }

    /// <summary>The gradient collected so far.</summary>
    public Tensor? Gradient
    {
        get;
        set
        {
            field = value;
            GradientIsZero = false;
        }
    }

    /// <summary>Whether the gradient is zero everywhere and was not kept as a tensor; then <see cref="Gradient"/> is
    /// null.</summary>
    public bool GradientIsZero { get; set; }

    /// <summary>Whether the gradient was handed to the user, so that its memory cannot be taken back.</summary>
    public bool GradientShown { get; set; }

    /// <summary>Where gradients of a leaf arrive.</summary>
    public AccumulateGrad? Accumulator { get; set; }

    /// <summary>Whether an intermediate result keeps its gradient.</summary>
    public bool Retains { get; set; }

    /// <summary>How often the history was replaced by an operation in place on it or on a view of it.</summary>
    public int Rebased { get; set; }

    /// <summary>For a view: <see cref="Rebased"/> of its base when <see cref="Function"/> was set.</summary>
    public int RebasedWhenSet { get; set; }
}
