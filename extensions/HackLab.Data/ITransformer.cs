namespace HackLab.Data;

/// <summary>Something fitted on training rows that makes other values of any rows: a scaler, principal components.</summary>
public interface ITransformer
{
    /// <summary>The same rows with the new values.</summary>
    /// <param name="data">Any part; it must have the features it was fitted on, in that order.</param>
    /// <exception cref="ArgumentException">The features differ.</exception>
    TabularData Transform(TabularData data);

    /// <summary>The new values of plain rows.</summary>
    /// <param name="x">Features, row after row, shape [n, d]; not changed.</param>
    /// <exception cref="ArgumentException">The last row is cut off.</exception>
    float[] Transform(float[] x);
}
