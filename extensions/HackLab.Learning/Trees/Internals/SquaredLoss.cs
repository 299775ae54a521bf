using System.Runtime.Intrinsics;

namespace HackLab.Learning.Internals;

/// <summary>
/// Squared error (z − y)². Boosted is half of it: g = z − y, h = 1, so that a leaf's best value is the mean of what is left.
/// </summary>
internal sealed class SquaredLoss(float[] y, double[]? weights) : BoostingLoss(y, weights)
{
    protected override double LargestHessian => 1;

    /// <summary>The mean.</summary>
    public override float[] Baseline()
    {
        double sum = 0;
        for (int i = 0; i < Count; i++) sum += Weights[i] * (double)Y[i];
        return [(float)(sum / TotalWeight)];
    }

    protected override double LargestGradient(float[][] raw)
    {
        float largest = 0;
        for (int i = 0; i < Count; i++) largest = Math.Max(largest, Math.Abs(raw[0][i] - Y[i]) * Weights[i]);
        return largest;
    }

    protected override double Evaluate(float[][] raw, RowGradients[]? gradients, int from, int to)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        var gScale = Vector256.Create((float)(gradients?[0].GradientScale ?? 0));
        var hScale = Vector256.Create((float)(gradients?[0].HessianScale ?? 0));
        for (int i = from; i < to; i += 8)
        {
            Vector256<float> error = Vector256.Create(raw[0].AsSpan(i)) - Vector256.Create(Y.AsSpan(i)), w = Vector256.Create(
                Weights.AsSpan(i));
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(error * error * w);
            sum += low + high;
            if (gradients is not null) RowGradients.Pack(error * w * gScale, w * hScale, gradients[0].Packed, i);
        }
        return Vector256.Sum(sum);
    }
}
