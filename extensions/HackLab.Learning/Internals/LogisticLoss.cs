namespace HackLab.Learning.Internals;

/// <summary>The formulas of logistic regression, in double precision and in a fixed order, so that sums are the same everywhere.</summary>
internal static class LogisticLoss
{
    /// <summary>1 / (1 + e^−z), without overflow on either side.</summary>
    public static double Sigmoid(double z)
    {
        double e = Math.Exp(-Math.Abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// <summary>−log p of the true class: log(1 + e^−z) for class 1, log(1 + e^z) for class 0, without overflow.</summary>
    public static double Of(double z, int label)
    {
        double margin = label == 1 ? z : -z;
        return Math.Max(0, -margin) + Log1P(Math.Exp(-Math.Abs(margin)));
    }

    /// <summary>zₖ = Σ wₖⱼ xⱼ of each set of weights; x ends with 1, and each set with its b.</summary>
    public static void Scores(ReadOnlySpan<double> x, ReadOnlySpan<double> theta, Span<double> z)
    {
        for (int k = 0; k < z.Length; k++) z[k] = Vectors.Dot(x, theta.Slice(k * x.Length, x.Length));
    }

    /// <summary>pₖ = e^zₖ / Σ e^z in place of z, without overflow; returns log Σ e^z.</summary>
    public static double Softmax(Span<double> z)
    {
        double all = Vectors.LogSumExp(z);
        for (int k = 0; k < z.Length; k++) z[k] = Math.Exp(z[k] - all);
        return all;
    }

    // log(1 + e) for e in [0, 1]; exact to rounding for small e too (W. Kahan's correction).
    private static double Log1P(double e)
    {
        double u = 1 + e;
        return u == 1 ? e : Math.Log(u) * (e / (u - 1));
    }
}
