using HackLab.Data;

namespace HackLab.Learning;

/// <summary>How a logistic regression looks for its best coefficients. All ways have the same goal and end at the same place.</summary>
public enum Solver
{
    /// <summary>Newton's method: a handful of steps, each of which solves a linear system; the exact answer.</summary>
    Newton,

    /// <summary>Many small steps downhill along the gradient over all rows: how neural networks learn, easy to watch.</summary>
    GradientDescent,
}

/// <summary>Settings of <see cref="LogisticRegression.Fit(TabularData, LogisticRegressionOptions?)"/>; change them by <c>with</c>.</summary>
public sealed record LogisticRegressionOptions
{
    /// <summary>
    /// How freely coefficients may grow, above 0: the fit minimises ½ Σw² + C · Σ log loss, as scikit-learn's <c>C</c>.
    /// Smaller means stronger regularisation; the intercept is not penalised.
    /// </summary>
    public double C { get; init; } = 1;

    /// <summary>How to search.</summary>
    public Solver Solver { get; init; } = Solver.Newton;

    /// <summary>The most steps to take, at least 1.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>The most wall-clock seconds to take, above 0; a step that has begun is finished.</summary>
    public double MaxSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>Training is done when no component of the mean gradient is larger than this.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>The size of a step of <see cref="Solver.GradientDescent"/>; 0.5 suits standardised features.</summary>
    public double LearningRate { get; init; } = 0.5;

    /// <summary>Rows whose loss is measured at each step but not learnt from; the same features as the training rows.</summary>
    public TabularData? Validation { get; init; }

    /// <summary>Called after each step with all steps so far, for a live curve. The list keeps growing: read it, do not keep it.</summary>
    public Action<IReadOnlyList<TrainingStep>>? OnStep { get; init; }
}
