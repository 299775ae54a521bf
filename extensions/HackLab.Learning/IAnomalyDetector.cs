namespace HackLab.Learning;

/// <summary>A fitted model of what is usual, that says how unusual a row is. <see cref="Prediction"/> applies it to a table.</summary>
public interface IAnomalyDetector : IModel
{
    /// <summary>How unusual each row is: the higher, the more so. Only the order means something from one detector to another.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    float[] PredictAnomaly(ReadOnlySpan<float> x);
}
