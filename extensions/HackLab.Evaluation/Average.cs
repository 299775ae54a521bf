namespace HackLab.Evaluation;

/// <summary>How a metric of several classes becomes one number, as scikit-learn's <c>average</c>.</summary>
public enum Average
{
    /// <summary>The metric of class 1 of two classes.</summary>
    Binary,

    /// <summary>The mean over classes: a rare class counts as much as a frequent one.</summary>
    Macro,

    /// <summary>All classes thrown together: every decision "this class or not" counts the same.</summary>
    Micro,

    /// <summary>The mean over classes, each weighted by how many rows it has.</summary>
    Weighted,
}
