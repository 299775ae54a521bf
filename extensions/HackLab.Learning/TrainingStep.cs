namespace HackLab.Learning;

/// <summary>What was reached after one step of training.</summary>
/// <param name="Iteration">Steps done; 0 is the untrained model.</param>
/// <param name="Loss">Mean log loss over the training rows, without the penalty on large coefficients.</param>
/// <param name="ValidationLoss">The same over the validation rows; null if none were given.</param>
/// <param name="Elapsed">Time since training began.</param>
public sealed record TrainingStep(int Iteration, double Loss, double? ValidationLoss, TimeSpan Elapsed);

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>The gradient is as good as zero: no step would make it better.</summary>
    Converged,

    /// <summary>The number of iterations allowed was used up.</summary>
    IterationLimit,

    /// <summary>The time allowed was used up.</summary>
    TimeLimit,

    /// <summary>The learner interrupted the cell; the model is what was reached until then.</summary>
    Interrupted,

    /// <summary>The steps made it worse without end (learning rate too large); the model is the best of them.</summary>
    Diverged,
}
