namespace HackLab.Learning;

/// <summary>How a logistic regression looks for its best coefficients. All ways have the same goal and end at the same place.</summary>
public enum Solver
{
    /// <summary>
    /// Newton's method: a handful of steps, each of which solves a linear system; the exact answer. An L1 penalty, and
    /// problems for which such systems are too large (more than 600 coefficients, or many rows of several classes), go to
    /// <see cref="QuasiNewton"/>.
    /// </summary>
    Newton,

    /// <summary>Many small steps downhill along the gradient over all rows: how neural networks learn, easy to watch.</summary>
    GradientDescent,

    /// <summary>
    /// L-BFGS: steps that learn the curvature from the last ten gradients (Nocedal and Wright, <i>Numerical Optimization</i>, 7.2).
    /// </summary>
    QuasiNewton,
}
