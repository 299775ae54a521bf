using static TorchSharp.torch;

namespace HackLab.Learning;

/// <summary>A number that is worked out after each epoch of a <see cref="Trainer"/>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">From the true values y and what the network put out, both over all validation rows.</param>
/// <param name="HigherIsBetter">Whether more is better, as for accuracy; false for errors.</param>
/// <example><code>new TrainingMetric("largest error", (y, output) => (output - y).abs().max().item&lt;float>(), HigherIsBetter: false)</code></example>
public sealed record TrainingMetric(string Name, Func<Tensor, Tensor, double> Value, bool HigherIsBetter)
{
    /// <summary>The share of rows whose most probable class is the true one.</summary>
    public static TrainingMetric Accuracy { get; } = OfClasses("accuracy", static (y, yHat) =>
    {
        int right = 0;
        for (int i = 0; i < y.Length; i++) if (y[i] == yHat[i]) right++;
        return right / (double)y.Length;
    });

    /// <summary>A metric of true and predicted classes: the class of the largest output, or whether a single output is above 0.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="metric">From true classes and predicted classes, both of shape [n].</param>
    /// <param name="higherIsBetter">Whether more is better.</param>
    /// <example><code>TrainingMetric.OfClasses("balanced accuracy", (y, yHat) => Metrics.BalancedAccuracy(y, yHat))</code></example>
    public static TrainingMetric OfClasses(string name, Func<int[], int[], double> metric, bool higherIsBetter = true)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new TrainingMetric(name, (y, output) => metric(Classes(y), Predicted(output)), higherIsBetter);
    }

    /// <summary>
    /// A metric of classes 0 and 1 and a score: the probability of class 1, from one output (sigmoid) or two (softmax).
    /// </summary>
    /// <param name="name">What it is called.</param>
    /// <param name="metric">From true classes and scores, both of shape [n].</param>
    /// <param name="higherIsBetter">Whether more is better.</param>
    /// <example><code>TrainingMetric.OfScores("AUC", (y, score) => Metrics.Auc(y, score))</code></example>
    public static TrainingMetric OfScores(string name, Func<int[], float[], double> metric, bool higherIsBetter = true)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new TrainingMetric(name, (y, output) => metric(Classes(y), Scores(output)), higherIsBetter);
    }

    /// <summary>A metric of numbers, true and predicted.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="metric">From true values and outputs, both flattened to the same length.</param>
    /// <param name="higherIsBetter">Whether more is better.</param>
    /// <example><code>TrainingMetric.OfValues("MAE", (y, yHat) => Metrics.MeanAbsoluteError(y, yHat))</code></example>
    public static TrainingMetric OfValues(string name, Func<float[], float[], double> metric, bool higherIsBetter = false)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new TrainingMetric(name, (y, output) => metric(Floats(y), Floats(output)), higherIsBetter);
    }

    private static int[] Classes(Tensor y) => Array.ConvertAll(y.flatten().to(int64).data<long>().ToArray(), label => (int)label);

    private static float[] Floats(Tensor values) => values.flatten().to(float32).data<float>().ToArray();

    private static int[] Predicted(Tensor output) => Classes(HasOneOutput(output) ? output.gt(0) : output.argmax(1));

    private static float[] Scores(Tensor output)
    {
        if (HasOneOutput(output)) return Floats(sigmoid(output));
        if (output.shape[1] == 2) return Floats(nn.functional.softmax(output, 1).select(1, 1));
        throw new ArgumentException($"A score is for one or two outputs; the network has {output.shape[1]}.");
    }

    private static bool HasOneOutput(Tensor output) => output.dim() == 1 || output.shape[1] == 1;
}
