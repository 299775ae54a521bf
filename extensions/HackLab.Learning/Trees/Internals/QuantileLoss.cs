namespace HackLab.Learning.Internals;

/// <summary>
/// Pinball loss of the q-quantile: scale · (q (y − z) where y is above z, (1 − q)(z − y) where it is below). With q = ½ and scale
/// 2 it
/// is the absolute error. It has no curvature, so a tree is grown on the slope with h = 1, and each leaf's value is then the
/// quantile of what is left of its rows (J. Friedman, "Greedy function approximation", 2001, algorithm 3).
/// </summary>
internal sealed class QuantileLoss(float[] y, double[]? weights, double q, double scale) : BoostingLoss(y, weights)
{
    protected override double LargestHessian => 1;

    public override bool RefitsLeaves => true;

    protected override double LargestGradient(float[][] raw) => scale * LargestWeight;

    public override float[] Baseline() => [(float)LeafValue(Enumerable.Range(0, Count).ToArray(), new float[Count])];

    /// <summary>
    /// The weighted quantile of y − z: the middle of the two values between which the weight is parted as q asks.
    /// </summary>
    public override double LeafValue(ReadOnlySpan<int> rows, float[] raw)
    {
        var left = new double[rows.Length];
        var weight = new double[rows.Length];
        double total = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            (left[i], weight[i]) = ((double)Y[rows[i]] - raw[rows[i]], Weights[rows[i]]);
            total += weight[i];
        }
        Array.Sort(left, weight);
        double sum = 0, goal = q * total;
        for (int i = 0; i < left.Length; i++)
        {
            sum += weight[i];
            if (weight[i] == 0 || sum < goal * (1 - 1e-12)) continue;
            bool onTheEdge = sum <= goal * (1 + 1e-12) && i + 1 < left.Length;
            return onTheEdge ? (left[i] + left[i + 1]) / 2 : left[i];
        }
        return left.Length == 0 ? 0 : left[^1];
    }

    protected override double Evaluate(float[][] raw, RowGradients[]? gradients, int from, int to)
    {
        double sum = 0;
        for (int i = from; i < to; i++)
        {
            double error = (double)raw[0][i] - Y[i], slope = error < 0 ? -q * scale : (1 - q) * scale;
            sum += Weights[i] * slope * error;
            gradients?[0].Set(i, slope * Weights[i], Weights[i]);
        }
        return sum;
    }
}
