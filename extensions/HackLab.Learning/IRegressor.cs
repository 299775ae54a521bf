namespace HackLab.Learning;

/// <summary>A fitted model that predicts a number. <see cref="Prediction"/> applies it to a table.</summary>
public interface IRegressor : IModel
{
    /// <summary>The predicted number of each row, in the unit of the targets.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    float[] Predict(ReadOnlySpan<float> x);
}
