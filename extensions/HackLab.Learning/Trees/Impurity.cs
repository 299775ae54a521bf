namespace HackLab.Learning;

/// <summary>How mixed the classes of some rows are; pₖ is the share of class k.</summary>
public enum Impurity
{
    /// <summary>1 − Σ pₖ²: how often two rows drawn at random are of different classes.</summary>
    Gini,

    /// <summary>−Σ pₖ log₂ pₖ: how many bits it takes to tell the class of a row.</summary>
    Entropy,
}
