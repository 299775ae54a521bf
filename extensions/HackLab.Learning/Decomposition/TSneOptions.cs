namespace HackLab.Learning;

/// <summary>Settings of <see cref="TSne"/>; change them by <c>with</c>.</summary>
public sealed record TSneOptions
{
    /// <summary>About how many neighbours each row looks at, from 2 to below the number of rows.</summary>
    public double Perplexity { get; init; } = 30;

    /// <summary>The most steps, at least 250; for the first 250 neighbours attract each other 12 times as much.</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>The size of a step, above 0; null for n / 48, at least 50.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Another seed gives another map where the first two principal components do not decide.</summary>
    public int Seed { get; init; } = 42;
}
