using HackLab.Data;
using HackLab.Data.Nmr;
using TorchSharp;
using static TorchSharp.torch;

namespace HackLab.Learning;

/// <summary>From the records that data sets give to the tensors that networks take; values are copied.</summary>
public static class TensorConversions
{
    /// <summary>Columns of numbers as a tensor of floats, shape [rows, columns]; NaN where a value is missing.</summary>
    /// <param name="frame">The table.</param>
    /// <param name="columnNames">Which columns; all if none is named.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">A column does not hold numbers.</exception>
    /// <example><code>Tensor x = planets.ToTensor("koi_period", "koi_depth");</code></example>
    public static Tensor ToTensor(this DataFrame frame, params string[] columnNames)
    {
        ArgumentNullException.ThrowIfNull(frame);
        int columns = columnNames.Length == 0 ? frame.Columns.Count : columnNames.Length;
        return tensor(frame.ToArray(columnNames), [frame.Rows.Count, columns]);
    }

    /// <summary>Features and classes as tensors: x floats, shape [n, d]; y whole numbers (int64), shape [n].</summary>
    /// <param name="data">Labelled rows.</param>
    /// <example><code>(Tensor x, Tensor y) = train.ToTensors();</code></example>
    public static (Tensor X, Tensor Y) ToTensors(this TabularData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return (tensor(data.X, [data.Count, data.FeatureCount]), LabelsOf(data));
    }

    /// <summary>
    /// Pixels and classes as tensors: x floats, shape [n, channels, height, width]; y whole numbers (int64), shape [n].
    /// </summary>
    /// <param name="images">Labelled images.</param>
    /// <example><code>(Tensor x, Tensor y) = images.ToTensors();</code></example>
    public static (Tensor X, Tensor Y) ToTensors(this LabelledImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return (tensor(images.X, [images.Count, images.Channels, images.Height, images.Width]), LabelsOf(images));
    }

    /// <summary>Coarse and fine images as tensors of floats, each of shape [n, 1, height, width].</summary>
    /// <param name="pairs">Pairs of images.</param>
    /// <example><code>(Tensor low, Tensor high) = pairs.ToTensors();</code></example>
    public static (Tensor Low, Tensor High) ToTensors(this ImagePairs pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return (
            tensor(pairs.Low, [pairs.Count, 1, pairs.LowHeight, pairs.LowWidth]),
            tensor(pairs.High, [pairs.Count, 1, pairs.HighHeight, pairs.HighWidth]));
    }

    /// <summary>
    /// Echoes and their targets as tensors of floats: x has the real and the imaginary part as two channels, shape [n, 2, samples]; y
    /// has alpha (kHz), xi (lattice steps) and d, shape [n, 3].
    /// </summary>
    /// <param name="echoes">Echoes whose targets are known.</param>
    /// <exception cref="InvalidOperationException">The echoes have no targets; <see cref="ToTensor(SpinEchoes)"/> gives x alone.</exception>
    /// <example><code>(Tensor x, Tensor y) = train.ToTensors();</code></example>
    public static (Tensor X, Tensor Y) ToTensors(this SpinEchoes echoes)
    {
        ArgumentNullException.ThrowIfNull(echoes);
        if (echoes.Targets is not { } targets)
            throw new InvalidOperationException($"{echoes.Name} has no targets: they are what is asked for. ToTensor gives the echoes alone.");
        return (echoes.ToTensor(), tensor(targets, [echoes.Count, SpinEchoes.TargetFeatures.Count]));
    }

    /// <summary>Echoes alone as a tensor of floats: real and imaginary part as two channels, shape [n, 2, samples].</summary>
    /// <param name="echoes">Echoes, with targets or without.</param>
    /// <example><code>Tensor x = evaluation.ToTensor();</code></example>
    public static Tensor ToTensor(this SpinEchoes echoes)
    {
        ArgumentNullException.ThrowIfNull(echoes);
        int samples = echoes.Samples;
        var both = new float[2 * echoes.Real.Length];
        for (int i = 0; i < echoes.Count; i++)
        {
            echoes.Real.AsSpan(i * samples, samples).CopyTo(both.AsSpan(2 * i * samples));
            echoes.Imag.AsSpan(i * samples, samples).CopyTo(both.AsSpan(((2 * i) + 1) * samples));
        }
        return tensor(both, [echoes.Count, 2, samples]);
    }

    private static Tensor LabelsOf(ILabelled data) => tensor(Array.ConvertAll(data.Y, label => (long)label));
}
