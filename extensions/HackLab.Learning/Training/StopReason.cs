namespace HackLab.Learning;

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>The gradient is as good as zero: no step would make it better.</summary>
    Converged,

    /// <summary>The number of iterations allowed was used up.</summary>
    IterationLimit,

    /// <summary>The time allowed was used up.</summary>
    TimeLimit,

    /// <summary>The validation rows got no better for as many epochs as the patience allows.</summary>
    EarlyStopped,

    /// <summary>The learner interrupted the cell; the model is what was reached until then.</summary>
    Interrupted,

    /// <summary>The steps made it worse without end (learning rate too large); the model is the best of them.</summary>
    Diverged,
}
