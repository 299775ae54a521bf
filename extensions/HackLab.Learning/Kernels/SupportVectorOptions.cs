namespace HackLab.Learning;

/// <summary>Settings of <see cref="SupportVectorClassifier"/>; change them by <c>with</c>.</summary>
public sealed record SupportVectorOptions
{
    /// <summary>What a row on the wrong side costs, above 0: the larger, the more closely the border follows the rows.</summary>
    public double C { get; init; } = 1;

    /// <summary>How alike two rows are.</summary>
    public KernelKind Kernel { get; init; } = KernelKind.Rbf;

    /// <summary>γ of <see cref="KernelKind.Rbf"/>, above 0; null for 1 / (d · variance of all values).</summary>
    public double? Gamma { get; init; }

    /// <summary>How exact the border is, above 0.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>
    /// In how many folds the decisions are made from which probabilities are learnt, at least 2; each costs about as much as the
    /// fit itself. 0 learns them from the training rows' own decisions, which are too sure of themselves.
    /// </summary>
    public int CalibrationFolds { get; init; } = 5;

    /// <summary>Another seed makes other folds.</summary>
    public int Seed { get; init; } = 42;
}
