using System.Runtime.Intrinsics;

namespace HackLab.Learning.Internals;

/// <summary>
/// Log loss of two classes: with p = 1/(1 + e^−z), −ln p or −ln(1 − p); g = p − y, h = p (1 − p). Eight rows at once.
/// </summary>
internal sealed class LogLoss(float[] y, double[]? weights) : BoostingLoss(y, weights)
{
    protected override double LargestHessian => 0.25;

    /// <summary>The logit of the share of class 1.</summary>
    public override float[] Baseline()
    {
        double ones = 0;
        for (int i = 0; i < Count; i++) ones += Weights[i] * (double)Y[i];
        return [(float)Math.Log(ones / (TotalWeight - ones))];
    }

    protected override double Evaluate(float[][] raw, RowGradients[]? gradients, int from, int to)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        long[]? packed = gradients?[0].Packed;
        var gScale = Vector256.Create((float)(gradients?[0].GradientScale ?? 0));
        var hScale = Vector256.Create((float)(gradients?[0].HessianScale ?? 0));
        Vector256<float> one = Vector256<float>.One;
        for (int i = from; i < to; i += 8)
        {
            Vector256<float> z = Vector256.Create(raw[0].AsSpan(i));
            Vector256<float> label = Vector256.Create(Y.AsSpan(i)), w = Vector256.Create(Weights.AsSpan(i));
            Vector256<float> size = Vector256.Abs(z), e = VectorMath.ExpOfNegative(-size), inverse = one / (one + e);
            // −ln p of the true class = ln(1 + e^−|z|), and |z| more where z has the wrong sign: max(0, z) − y z.
            Vector256<float> loss = VectorMath.LogOfOneOrMore(one + e) + Vector256.Max(z, Vector256<float>.Zero) - (label * z);
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(loss * w);
            sum += low + high;
            if (packed is null) continue;
            Vector256<float> p = Vector256.ConditionalSelect(
                Vector256.GreaterThanOrEqual(z, Vector256<float>.Zero), inverse, e * inverse);
            RowGradients.Pack((p - label) * w * gScale, e * inverse * inverse * w * hScale, packed, i);
        }
        return Vector256.Sum(sum);
    }
}
