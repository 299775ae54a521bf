namespace HackLab.Learning.Internals;

/// <summary>
/// The steepest way up where an L1 penalty has a kink: the derivative towards the side on which the objective falls, 0 where it
/// falls on neither (the pseudo-gradient of Andrew and Gao, <i>Scalable training of L1-regularized log-linear models</i>, 2007, eq. 4).
/// </summary>
internal static class Slope
{
    internal static double[] Of(LogisticProblem problem, LogisticPoint at)
    {
        if (problem.L1 == 0) return at.Gradient;
        double[] slope = [.. at.Gradient];
        for (int i = 0; i < slope.Length; i++)
        {
            if (problem.IsIntercept(i)) continue;
            double w = at.Theta[i], g = slope[i];
            slope[i] = w != 0 ? g + (Math.Sign(w) * problem.L1) : g + problem.L1 < 0 ? g + problem.L1 : g - problem.L1 > 0 ? g - problem.L1 : 0;
        }
        return slope;
    }
}
