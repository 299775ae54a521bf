namespace HackLab.Learning.Internals;

/// <summary>
/// Finds the best cut of a leaf from its histogram. With G = Σ g, H = Σ h and L2 penalty λ, the best value of a leaf is
/// w = −G / (H + λ), which lowers the loss by ½ G² / (H + λ) (Chen and Guestrin 2016, equations 5 to 7).
/// </summary>
internal sealed class SplitFinder(FeatureBins[] bins, RowGradients gradients, GrowthLimits limits)
{
    private readonly double _gradientUnit = 1 / gradients.GradientScale, _hessianUnit = 1 / gradients.HessianScale;
    private readonly long _hessianMask = (1L << gradients.CountShift) - 1;

    /// <summary>The best cut of a leaf by one feature.</summary>
    public BinnedSplit Find(long[] histogram, int feature, GradientSum total, ValueRange range)
    {
        ReadOnlySpan<long> sums = histogram.AsSpan(HistogramBuilder.StartOf(feature), (bins[feature].Count + 1) * 2);
        var missing = new GradientSum(sums[^2], sums[^1]);
        if (limits.Monotone is { } directions && (directions[feature] != 0 || range.IsBounded))
            return FindWithin(sums, feature, total, missing, range, directions[feature]);
        BinnedSplit best = Scan(sums, feature, total, default, hasMissing: missing.Hessians != 0, missingLeft: false);
        if (missing.Hessians == 0) return best;
        BinnedSplit other = Scan(sums, feature, total, missing, hasMissing: true, missingLeft: true);
        return other.Gain > best.Gain ? other : best;
    }

    // From left to right, what is missing counted on one side.
    private BinnedSplit Scan(
        ReadOnlySpan<long> sums, int feature, GradientSum total, GradientSum start, bool hasMissing, bool missingLeft)
    {
        int values = bins[feature].Count, bestBin = -1, shift = gradients.CountShift, leastRows = limits.MinSamplesLeaf;
        // The last bin may stand alone on the left only if missing rows are left for the right.
        int end = hasMissing && !missingLeft ? values : values - 1;
        int rows = gradients.CountOf(total);
        double lambda = limits.L2, leastHessian = limits.MinHessianLeaf;
        double allG = gradients.GradientOf(total), allH = gradients.HessianOf(total);
        double bestScore = 0;
        (long g, long h) = (start.Gradients, start.Hessians);
        GradientSum bestLeft = default;
        for (int b = 0; b < end; b++)
        {
            long binH = sums[(2 * b) + 1];
            if (binH == 0) continue;   // no row here: the same cut as before
            g += sums[2 * b];
            h += binH;
            int left = (int)(h >> shift);
            if (left < leastRows) continue;
            if (rows - left < leastRows) break;
            double leftG = g * _gradientUnit, leftH = (h & _hessianMask) * _hessianUnit, rightG = allG - leftG,
                rightH = allH - leftH;
            if (leftH < leastHessian || rightH < leastHessian) continue;
            // G²/(H + λ) of both sides over one denominator: a division costs as much as all the rest.
            double a = leftH + lambda, c = rightH + lambda;
            double score = ((leftG * leftG * c) + (rightG * rightG * a)) / (a * c);
            if (!(score > bestScore)) continue;
            (bestScore, bestBin, bestLeft) = (score, b, new GradientSum(g, h));
        }
        double gain = 0.5 * (bestScore - (allG * allG / (allH + lambda)));
        if (bestBin < 0 || !(gain > limits.MinGain)) return BinnedSplit.None;
        bool goesLeft = hasMissing ? missingLeft : gradients.CountOf(bestLeft) > rows - gradients.CountOf(bestLeft);
        return new BinnedSplit(feature, bestBin, goesLeft, gain, bestLeft);
    }

    // With values kept within bounds, and left and right in order: the loss at each side's clipped value w is G w + ½ (H + λ) w².
    private BinnedSplit FindWithin(
        ReadOnlySpan<long> sums, int feature, GradientSum total, GradientSum missing, ValueRange range, int direction)
    {
        BinnedSplit best = BinnedSplit.None;
        bool hasMissing = missing.Hessians != 0;
        double before = Loss(total, Value(total, range));
        for (int side = 0; side < (hasMissing ? 2 : 1); side++)
        {
            GradientSum left = side == 1 ? missing : default;
            int end = hasMissing && side == 0 ? bins[feature].Count : bins[feature].Count - 1;
            for (int b = 0; b < end; b++)
            {
                if (sums[(2 * b) + 1] == 0) continue;
                left += new GradientSum(sums[2 * b], sums[(2 * b) + 1]);
                GradientSum right = total - left;
                if (gradients.CountOf(left) < limits.MinSamplesLeaf || gradients.CountOf(right) < limits.MinSamplesLeaf) continue;
                if (gradients.HessianOf(left) < limits.MinHessianLeaf || gradients.HessianOf(right) < limits.MinHessianLeaf)
                    continue;
                double leftValue = Value(left, range), rightValue = Value(right, range);
                if (direction * (rightValue - leftValue) < 0) continue;
                double gain = before - Loss(left, leftValue) - Loss(right, rightValue);
                if (!(gain > Math.Max(best.Gain, limits.MinGain))) continue;
                bool missingLeft = hasMissing ? side == 1 : gradients.CountOf(left) > gradients.CountOf(right);
                best = new BinnedSplit(feature, b, missingLeft, gain, left);
            }
        }
        return best;
    }

    /// <summary>The best value of a leaf, within its bounds; 0 where there is nothing to divide by.</summary>
    public double Value(GradientSum sum, ValueRange range)
    {
        double h = gradients.HessianOf(sum) + limits.L2;
        return h > 0 ? Math.Clamp(-gradients.GradientOf(sum) / h, range.Low, range.High) : 0;
    }

    private double Loss(GradientSum sum, double value) =>
        (gradients.GradientOf(sum) * value) + (0.5 * (gradients.HessianOf(sum) + limits.L2) * value * value);
}
