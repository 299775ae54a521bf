namespace HackLab.Charts;

/// <summary>Which colours stand for low and for high numbers in images and heat maps.</summary>
public enum ColourMap
{
    /// <summary>
    /// Dark violet over green to yellow, brighter in even steps (N. Smith and S. van der Walt, 2015): safe for colour-blind
    /// readers and
    /// in grey print.
    /// </summary>
    Viridis,

    /// <summary>
    /// Dark blue over grey to yellow, made for colour-blind readers (J. Nuñez et al., PLOS ONE 13, e0199239, 2018).
    /// </summary>
    Cividis,

    /// <summary>Black over red and orange to pale yellow, for things that shine.</summary>
    Inferno,

    /// <summary>Black to white, for pictures.</summary>
    Grey,

    /// <summary>White to black, for ink on paper.</summary>
    GreyReversed,

    /// <summary>Blue below the middle, near white at it, vermillion above: for values with a sign.</summary>
    Diverging,
}
