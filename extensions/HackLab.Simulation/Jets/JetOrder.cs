namespace HackLab.Simulation.Jets;

/// <summary>The order of a jet's constituents.</summary>
public enum JetOrder
{
    /// <summary>The hardest first.</summary>
    ByPt,

    /// <summary>As FastJet lists a jet's constituents: those that joined it last, mostly far from its axis and soft,
    /// first.</summary>
    ByClustering,
}
