namespace HackLab.Learning.Internals;

/// <summary>What a tree may be.</summary>
/// <param name="MaxLeaves">The most leaves.</param>
/// <param name="MaxDepth">The most questions on the way to a leaf.</param>
/// <param name="MinSamplesLeaf">The fewest rows of a leaf.</param>
/// <param name="MinHessianLeaf">The least Σ h of a leaf.</param>
/// <param name="L2">λ.</param>
/// <param name="MinGain">A cut must gain more than this.</param>
/// <param name="Monotone">Per feature: +1 if predictions may not fall when it grows, −1 if they may not rise; null if all are
/// free.</param>
internal sealed record GrowthLimits(
    int MaxLeaves, int MaxDepth, int MinSamplesLeaf, double MinHessianLeaf, double L2, double MinGain, int[]? Monotone);
