using HackLab.Data;

namespace HackLab.Learning;

/// <summary>Settings of <see cref="LogisticRegression.Fit(TabularData, LogisticRegressionOptions?)"/>; change them by <c>with</c>.</summary>
public sealed record LogisticRegressionOptions
{
    /// <summary>
    /// How freely coefficients may grow, above 0: the fit minimises ½ Σw² + C · Σ log loss, as scikit-learn's <c>C</c>.
    /// Smaller means stronger regularisation; the intercept is not penalised.
    /// </summary>
    public double C { get; init; } = 1;

    /// <summary>
    /// Which penalty, from 0 to 1: 0 is ½ Σw² (L2), which makes coefficients small; 1 is Σ|w| (L1), which makes many of them
    /// exactly 0; r in between is (1 − r) ½ Σw² + r Σ|w| (elastic net).
    /// </summary>
    public double L1Ratio { get; init; }

    /// <summary>How to search.</summary>
    public Solver Solver { get; init; } = Solver.Newton;

    /// <summary>The most steps to take, at least 1; null for 100, or 1000 of <see cref="Solver.QuasiNewton"/>.</summary>
    public int? MaxIterations { get; init; }

    /// <summary>The most wall-clock seconds to take, above 0; a step that has begun is finished.</summary>
    public double MaxSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>Training is done when no component of the mean gradient is larger than this.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>The size of a step of <see cref="Solver.GradientDescent"/>; 0.5 suits standardised features.</summary>
    public double LearningRate { get; init; } = 0.5;

    /// <summary>Rows whose loss is measured at each step but not learnt from; the same features as the training rows.</summary>
    public TabularData? Validation { get; init; }

    /// <summary>Called after each step with all steps so far, for a live curve.</summary>
    public Action<IReadOnlyList<TrainingStep>>? OnStep { get; init; }

    /// <summary>Called once when training has ended, however it ended, for example to show a live curve's last state.</summary>
    public Action? OnEnd { get; init; }
}
