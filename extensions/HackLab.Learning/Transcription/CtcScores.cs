namespace HackLab.Learning;

/// <summary>What a network trained with CTC says of one line: at each step a log-probability for each class; class 0 is the
/// blank.</summary>
public sealed class CtcScores
{
    private readonly float[] _logProbabilities;

    /// <summary>Takes a network's numbers; they are kept, not copied.</summary>
    /// <param name="logProbabilities">Natural logarithms, shape [steps, classes]; −∞ is allowed.</param>
    /// <param name="classes">The blank and the characters, at least 2.</param>
    /// <exception cref="ArgumentException">The numbers are no whole steps, or one is NaN or above 0.</exception>
    /// <example><code>var scores = new CtcScores([MathF.Log(0.6f), MathF.Log(0.4f)], classes: 2);</code></example>
    public CtcScores(float[] logProbabilities, int classes)
    {
        ArgumentNullException.ThrowIfNull(logProbabilities);
        if (classes < 2)
            throw new ArgumentException(
                $"There must be a blank and a character: at least 2 classes, not {classes}.", nameof(classes));
        if (logProbabilities.Length % classes != 0)
            throw new ArgumentException(
                $"{logProbabilities.Length} numbers are no whole steps of {classes} classes.", nameof(logProbabilities));
        int bad = Array.FindIndex(logProbabilities, value => !(value <= 1e-4f));     // a sum of rounded exponentials may pass 1
        if (bad >= 0)
            throw new ArgumentException(
                $"Step {bad / classes}, class {bad % classes}: {logProbabilities[bad]} is no log-probability. "
                + "Does the network end with log_softmax?",
                nameof(logProbabilities));
        (_logProbabilities, Classes, Steps) = (logProbabilities, classes, logProbabilities.Length / classes);
    }

    /// <summary>T, the steps from left to right.</summary>
    public int Steps { get; }

    /// <summary>The blank and the characters.</summary>
    public int Classes { get; }

    /// <summary>All log-probabilities, shape [steps, classes].</summary>
    public IReadOnlyList<float> LogProbabilities => _logProbabilities;

    /// <summary>The log-probabilities at a step, shape [classes].</summary>
    /// <param name="step">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    /// <example><code>float blank = scores.At(0)[0];</code></example>
    public ReadOnlySpan<float> At(int step)
    {
        if ((uint)step >= (uint)Steps)
            throw new ArgumentOutOfRangeException(nameof(step), step, $"There are steps 0 to {Steps - 1}.");
        return _logProbabilities.AsSpan(step * Classes, Classes);
    }
}
