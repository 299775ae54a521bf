namespace HackLab.Learning.Internals;

/// <summary>
/// One probability per class from those of each pair: the p that minimises Σ (rⱼᵢ pᵢ − rᵢⱼ pⱼ)² with Σ p = 1, by a fixed-point
/// iteration (Wu, Lin, Weng, 2004, JMLR 5, second approach, algorithm 2).
/// </summary>
internal static class PairCoupling
{
    /// <param name="second">For the pairs (0, 1), (0, 2) … (1, 2) …, the probability of the second class.</param>
    /// <param name="classes">The number of classes.</param>
    internal static double[] Of(ReadOnlySpan<double> second, int classes)
    {
        // qᵢᵢ = Σⱼ rⱼᵢ², qᵢⱼ = −rⱼᵢ rᵢⱼ, where rᵢⱼ is the probability of i against j.
        var q = new double[classes, classes];
        int pair = 0;
        for (int i = 0; i < classes; i++)
        {
            for (int j = i + 1; j < classes; j++)
            {
                double rji = Math.Clamp(second[pair++], 1e-7, 1 - 1e-7), rij = 1 - rji;
                q[i, i] += rji * rji;
                q[j, j] += rij * rij;
                q[i, j] = q[j, i] = -rji * rij;
            }
        }
        double[] p = new double[classes], qp = new double[classes];
        Array.Fill(p, 1.0 / classes);
        if (double.IsNaN(q[0, 0])) Array.Fill(p, double.NaN);
        for (int round = 0; round < Math.Max(100, classes); round++)
        {
            double pqp = 0, worst = 0;
            for (int i = 0; i < classes; i++)
            {
                qp[i] = 0;
                for (int j = 0; j < classes; j++) qp[i] += q[i, j] * p[j];
                pqp += p[i] * qp[i];
            }
            for (int i = 0; i < classes; i++) worst = Math.Max(worst, Math.Abs(qp[i] - pqp));
            if (worst < 1e-9) break;
            for (int t = 0; t < classes; t++)
            {
                double change = (pqp - qp[t]) / q[t, t];
                p[t] += change;
                pqp = (pqp + (change * ((change * q[t, t]) + (2 * qp[t])))) / ((1 + change) * (1 + change));
                for (int j = 0; j < classes; j++)
                {
                    qp[j] = (qp[j] + (change * q[t, j])) / (1 + change);
                    p[j] /= 1 + change;
                }
            }
        }
        return p;
    }
}
