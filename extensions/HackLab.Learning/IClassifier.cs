namespace HackLab.Learning;

/// <summary>A fitted model that tells classes apart. What follows from its probabilities is in <see cref="Prediction"/>.</summary>
public interface IClassifier : IModel
{
    /// <summary>What class 0, class 1 and so on are called.</summary>
    IReadOnlyList<string> ClassNames { get; }

    /// <summary>How probable each class is, for each row.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n, classes]; each row sums to 1.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    float[] PredictProbabilities(ReadOnlySpan<float> x);
}
