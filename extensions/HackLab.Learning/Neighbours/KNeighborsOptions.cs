namespace HackLab.Learning;

/// <summary>How much each neighbour's word counts.</summary>
public enum NeighborWeights
{
    /// <summary>All alike.</summary>
    Uniform,

    /// <summary>By 1 / distance; where neighbours have distance 0, only those count.</summary>
    Distance,
}

/// <summary>Settings of <see cref="KNeighborsClassifier"/> and <see cref="KNeighborsRegressor"/>.</summary>
public sealed record KNeighborsOptions
{
    /// <summary>k, how many neighbours are asked, from 1 to the number of training rows.</summary>
    public int Neighbors { get; init; } = 5;

    /// <summary>How much each neighbour's word counts.</summary>
    public NeighborWeights Weights { get; init; } = NeighborWeights.Uniform;
}
