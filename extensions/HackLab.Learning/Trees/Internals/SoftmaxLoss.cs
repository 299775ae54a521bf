using System.Runtime.Intrinsics;

namespace HackLab.Learning.Internals;

/// <summary>Log loss of K classes: pₖ = e^zₖ / Σ e^z; gₖ = pₖ − (y = k), hₖ = pₖ (1 − pₖ). Eight rows at once.</summary>
internal sealed class SoftmaxLoss(float[] y, double[]? weights, int classes) : BoostingLoss(y, weights)
{
    public override int Outputs => classes;

    protected override double LargestHessian => 0.25;

    /// <summary>The logarithm of each class's share, less their mean: only differences matter.</summary>
    public override float[] Baseline()
    {
        var shares = new double[classes];
        for (int i = 0; i < Count; i++) shares[(int)Y[i]] += Weights[i];
        double[] logs = [.. shares.Select(share => Math.Log(share / TotalWeight))];
        double mean = logs.Average();
        return [.. logs.Select(log => (float)(log - mean))];
    }

    protected override double Evaluate(float[][] raw, RowGradients[]? gradients, int from, int to)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        Vector256<float> one = Vector256<float>.One;
        for (int i = from; i < to; i += 8)
        {
            Vector256<float> label = Vector256.Create(Y.AsSpan(i)), w = Vector256.Create(Weights.AsSpan(i));
            Vector256<float> largest = Vector256.Create(raw[0].AsSpan(i)), all = Vector256<float>.Zero,
                own = Vector256<float>.Zero;
            for (int k = 1; k < classes; k++) largest = Vector256.Max(largest, Vector256.Create(raw[k].AsSpan(i)));
            for (int k = 0; k < classes; k++)
            {
                Vector256<float> z = Vector256.Create(raw[k].AsSpan(i));
                all += VectorMath.ExpOfNegative(z - largest);
                own = Vector256.ConditionalSelect(Vector256.Equals(label, Vector256.Create((float)k)), z, own);
            }
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(
                (VectorMath.LogOfOneOrMore(all) + largest - own) * w);
            sum += low + high;
            if (gradients is null) continue;
            for (int k = 0; k < classes; k++)
            {
                Vector256<float> p = VectorMath.ExpOfNegative(Vector256.Create(raw[k].AsSpan(i)) - largest) / all;
                Vector256<float> hit = Vector256.ConditionalSelect(
                    Vector256.Equals(label, Vector256.Create((float)k)), one, Vector256<float>.Zero);
                RowGradients g = gradients[k];
                RowGradients.Pack(
                    (p - hit) * w * (float)g.GradientScale, p * (one - p) * w * (float)g.HessianScale, g.Packed, i);
            }
        }
        return Vector256.Sum(sum);
    }
}
