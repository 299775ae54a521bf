namespace HackLab.Learning.Internals;

/// <summary>
/// p = 1 / (1 + e^−(slope · f + offset)), fitted by Newton's method to targets a little inside 0 and 1: (n₊ + 1) / (n₊ + 2) and
/// 1 / (n₋ + 2), which keeps separable rows from infinite slopes (Platt, 1999; Lin, Lin, Weng, 2007, Machine Learning 68).
/// </summary>
internal sealed record PlattScaling(double Slope, double Offset)
{
    internal double Probability(double decision) => LogisticLoss.Sigmoid((Slope * decision) + Offset);

    internal static PlattScaling Fit(double[] decisions, int[] signs)
    {
        double positive = signs.Count(sign => sign > 0), negative = signs.Length - positive;
        double[] targets = [.. signs.Select(sign => sign > 0 ? (positive + 1) / (positive + 2) : 1 / (negative + 2))];
        var at = new PlattScaling(0, Math.Log((positive + 1) / (negative + 1)));
        double loss = at.Loss(decisions, targets);
        for (int step = 0; step < 100; step++)
        {
            // The gradient (a, b) and the second derivatives; a little on the diagonal keeps them invertible.
            double a = 0, b = 0, aa = 1e-12, ab = 0, bb = 1e-12;
            for (int i = 0; i < decisions.Length; i++)
            {
                double p = at.Probability(decisions[i]), error = p - targets[i], curvature = p * (1 - p);
                a += error * decisions[i];
                b += error;
                aa += curvature * decisions[i] * decisions[i];
                ab += curvature * decisions[i];
                bb += curvature;
            }
            if (Math.Abs(a) < 1e-8 && Math.Abs(b) < 1e-8) break;
            double determinant = (aa * bb) - (ab * ab), stepA = ((bb * a) - (ab * b)) / determinant, stepB = ((aa * b) - (ab * a)) / determinant;
            double length = 1;
            PlattScaling next;
            double nextLoss;
            do
            {
                next = new PlattScaling(at.Slope - (length * stepA), at.Offset - (length * stepB));
                nextLoss = next.Loss(decisions, targets);
                length /= 2;
            }
            while (!(nextLoss <= loss) && length > 1e-10);
            if (!(nextLoss < loss)) break;
            (at, loss) = (next, nextLoss);
        }
        return at;
    }

    private double Loss(double[] decisions, double[] targets)
    {
        double sum = 0;
        for (int i = 0; i < decisions.Length; i++)
        {
            double z = (Slope * decisions[i]) + Offset;
            sum += LogisticLoss.Of(z, 0) - (targets[i] * z);   // −t log p − (1 − t) log(1 − p)
        }
        return sum;
    }
}
