using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>The formulas of logistic regression, in double precision and in a fixed order, so that sums are the same everywhere.</summary>
internal static class LogisticLoss
{
    /// <summary>z = Σ wⱼ xⱼ + b.</summary>
    public static double Logit(ReadOnlySpan<float> row, double[] weights, double intercept)
    {
        double z = intercept;
        for (int j = 0; j < row.Length; j++) z += weights[j] * row[j];
        return z;
    }

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

    /// <summary>The mean over all rows.</summary>
    public static double Mean(TabularData data, double[] weights, double intercept)
    {
        double sum = 0;
        for (int i = 0; i < data.Count; i++) sum += Of(Logit(data.Row(i), weights, intercept), data.Y[i]);
        return sum / data.Count;
    }

    // log(1 + e) for e in [0, 1]; exact to rounding for small e too (W. Kahan's correction).
    private static double Log1P(double e)
    {
        double u = 1 + e;
        return u == 1 ? e : Math.Log(u) * (e / (u - 1));
    }
}
