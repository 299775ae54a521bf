namespace HackLab.Learning.Internals;

/// <summary>How a tree of exact cuts may grow.</summary>
internal sealed record ExactLimits(
    int MaxDepth, int MaxLeaves, int MinSamplesSplit, int MinSamplesLeaf, double MinImpurityDecrease, int MaxFeatures);
