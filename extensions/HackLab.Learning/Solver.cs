namespace HackLab.Learning;

/// <summary>How a logistic regression looks for its best coefficients. All ways have the same goal and end at the same place.</summary>
public enum Solver
{
    /// <summary>Newton's method: a handful of steps, each of which solves a linear system; the exact answer.</summary>
    Newton,

    /// <summary>Many small steps downhill along the gradient over all rows: how neural networks learn, easy to watch.</summary>
    GradientDescent,
}
