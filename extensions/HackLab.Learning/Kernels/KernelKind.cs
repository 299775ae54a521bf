namespace HackLab.Learning;

/// <summary>How alike two rows are: kernel methods see rows only through this.</summary>
public enum KernelKind
{
    /// <summary>exp(−γ ‖x − x'‖²), radial basis functions: 1 for equal rows, falling to 0 with their distance.</summary>
    Rbf,

    /// <summary>Σ xⱼ x'ⱼ: the method becomes a linear one.</summary>
    Linear,
}
