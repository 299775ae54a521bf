namespace HackLab.Learning.Internals;

/// <summary>One way downhill.</summary>
internal interface ILogisticStep
{
    /// <summary>The next place, or null where nothing gets better.</summary>
    LogisticPoint? Next(LogisticPoint at);
}

/// <summary>θ − rate · gradient; an L1 penalty then draws each w to 0 by rate · L1 (Parikh and Boyd, <i>Proximal Algorithms</i>, 4.2).</summary>
internal sealed class DescentStep(LogisticProblem problem, LogisticRegressionOptions options) : ILogisticStep
{
    public LogisticPoint? Next(LogisticPoint at)
    {
        if (Slope.Of(problem, at).Max(Math.Abs) <= options.Tolerance) return null;
        double[] theta = new double[problem.Size];
        for (int i = 0; i < theta.Length; i++)
        {
            double moved = at.Theta[i] - (options.LearningRate * at.Gradient[i]), shrink = options.LearningRate * problem.L1;
            theta[i] = problem.IsIntercept(i) || shrink == 0 ? moved : Math.Sign(moved) * Math.Max(0, Math.Abs(moved) - shrink);
        }
        return problem.At(theta);
    }
}

/// <summary>θ − H⁻¹ · gradient, the step halved until the objective falls enough.</summary>
internal sealed class NewtonStep(LogisticProblem problem, LogisticRegressionOptions options) : ILogisticStep
{
    /// <summary>
    /// Whether its steps are cheap enough: the equations grow with size³, and with several sets the products of columns, rows ·
    /// size², soon cost more than many steps of L-BFGS (100,000 rows of 28 features and 5 classes: 2.1 · 10⁹).
    /// </summary>
    internal static bool IsFor(LogisticProblem problem, int rows) =>
        problem.Size <= 600 && (problem.Sets == 1 || (double)rows * problem.Size * problem.Size <= 5e8);

    public LogisticPoint? Next(LogisticPoint at)
    {
        if (at.Gradient.Max(Math.Abs) <= options.Tolerance) return null;
        double[] direction = Direction(problem.Hessian(at.Theta), at.Gradient);
        double slope = Vectors.Dot(at.Gradient, direction);
        for (double length = 1; length > 1e-10; length /= 2)
        {
            double[] theta = [.. at.Theta];
            Vectors.AddScaled(theta, -length, direction);
            if (theta.AsSpan().SequenceEqual(at.Theta)) return null;
            LogisticPoint next = problem.At(theta);
            // Armijo's rule, with an allowance for rounding near the minimum.
            if (next.Objective <= at.Objective - (1e-4 * length * slope) + (1e-15 * Math.Abs(at.Objective))) return next;
        }
        return null;
    }

    private static double[] Direction(double[,] hessian, double[] gradient)
    {
        // A little on the diagonal helps where all scores are saturated or columns depend on each other, as the b of more than
        // two classes do.
        for (double ridge = 0; ; ridge = Math.Max(1e-12, ridge * 100))
        {
            var a = (double[,])hessian.Clone();
            for (int j = 0; j < gradient.Length; j++) a[j, j] += ridge;
            if (Cholesky.Solve(a, [.. gradient]) is { } direction) return direction;
        }
    }
}
