using HackLab.Charts;
using HackLab.Data.Hosting;
using HackLab.Learning;

namespace HackLab;

/// <summary>Training that can be watched.</summary>
public static partial class Lab
{
    // Learning lies below Charts and cannot ask for a curve; whoever opens a lesson gets one.
    static Lab() => TrainingView.Draw = training => training.Epochs.Count == 0 ? training : Chart.LearningCurve(training);

    /// <summary>
    /// Settings for a training to watch: small steps of gradient descent, and a learning curve that grows while they are made.
    /// Give them to one fit.
    /// </summary>
    /// <param name="steps">
    /// The most steps at the scale of the course: a tenth of it at <c>smoke</c>, five times as many at <c>full</c>.
    /// </param>
    /// <param name="seconds">The most wall-clock seconds, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Steps are below 1.</exception>
    /// <example><code>var model = LogisticRegression.Fit(train, Lab.Watch(steps: 200));</code></example>
    public static LogisticRegressionOptions Watch(int steps, double seconds = 60)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        LiveDisplay curve = Live();
        return new LogisticRegressionOptions
        {
            Solver = Solver.GradientDescent,
            MaxIterations = Pick(smoke: Math.Max(1, steps / 10), inClass: steps, full: checked(5 * steps)),
            MaxSeconds = seconds,
            OnStep = log => curve.Update(() => Chart.LearningCurve(log)),
            OnEnd = curve.Dispose,
        };
    }
}
