namespace HackLab.Learning;

/// <summary>Settings of <see cref="LineBatches"/>; change them by <c>with</c> or <c>new() { … }</c>.</summary>
public sealed record LineBatchOptions
{
    /// <summary>How many lines a batch has, at least 1.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>How many columns of an image make one step of the network, at least 1: two poolings by 2 make 4.</summary>
    public int Stride { get; init; } = 4;

    /// <summary>How lines are distorted each time that they are drawn; null for not at all.</summary>
    public LineDistortion? Distortion { get; init; }

    /// <summary>Order and distortions follow from it.</summary>
    public long Seed { get; init; } = 42;

    internal LineBatchOptions Checked()
    {
        if (BatchSize < 1) throw new ArgumentException($"BatchSize must be at least 1, not {BatchSize}.", nameof(BatchSize));
        if (Stride < 1) throw new ArgumentException($"Stride must be at least 1, not {Stride}.", nameof(Stride));
        return this;
    }
}
