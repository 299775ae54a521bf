namespace HackLab.Evaluation;

/// <summary>What the cells of a confusion matrix are shares of, as scikit-learn's <c>normalize</c>.</summary>
public enum Normalization
{
    /// <summary>Of the rows of the true class: each row of the matrix adds up to 1, the diagonal is the recall.</summary>
    TrueClass,

    /// <summary>Of the rows called so: each column adds up to 1, the diagonal is the precision.</summary>
    PredictedClass,

    /// <summary>Of all rows: the whole matrix adds up to 1.</summary>
    All,
}
