namespace HackLab.Charts;

/// <summary>What the height of a histogram's bin means.</summary>
public enum BinHeight
{
    /// <summary>Share of the class per unit of x, so that each class has area 1 and shapes compare whatever the class sizes.</summary>
    Density,

    /// <summary>The number of values in the bin.</summary>
    Count,
}
