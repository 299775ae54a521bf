namespace HackLab.Learning;

/// <summary>A fitted model that puts rows into groups which nobody named. <see cref="Prediction"/> applies it to a table.</summary>
public interface IClusterer : IModel
{
    /// <summary>The number of groups.</summary>
    int ClusterCount { get; }

    /// <summary>The group of each row.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite.</param>
    /// <returns>Shape [n], each from 0 to <see cref="ClusterCount"/> − 1.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d, or a value is not finite.</exception>
    int[] PredictCluster(ReadOnlySpan<float> x);
}
