using TorchSharp.Loops;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether each element equals that of <paramref name="right"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor eq(Tensor left, Tensor right) => Comparisons.Compare<Equal>(left, right);

    /// <summary>Whether each element differs from that of <paramref name="right"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor ne(Tensor left, Tensor right) => Comparisons.Compare<NotEqual>(left, right);

    /// <summary>Whether each element is less than that of <paramref name="right"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor lt(Tensor left, Tensor right) => Comparisons.Compare<Less>(left, right);

    /// <summary>Whether each element is at most that of <paramref name="right"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor le(Tensor left, Tensor right) => Comparisons.Compare<LessOrEqual>(left, right);

    /// <summary>Whether each element is greater than that of <paramref name="right"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor gt(Tensor left, Tensor right) => Comparisons.Compare<Greater>(left, right);

    /// <summary>Whether each element is at least that of <paramref name="right"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor ge(Tensor left, Tensor right) => Comparisons.Compare<GreaterOrEqual>(left, right);

    /// <summary>Whether each element equals that of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor equal(Tensor tensor, Tensor target) => Comparisons.Compare<Equal>(tensor, target);

    /// <summary>Whether each element differs from that of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor not_equal(Tensor tensor, Tensor target) => Comparisons.Compare<NotEqual>(tensor, target);

    /// <summary>Whether each element is less than that of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor less(Tensor tensor, Tensor target) => Comparisons.Compare<Less>(tensor, target);

    /// <summary>Whether each element is at most that of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor less_equal(Tensor tensor, Tensor target) => Comparisons.Compare<LessOrEqual>(tensor, target);

    /// <summary>Whether each element is greater than that of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor greater(Tensor tensor, Tensor target) => Comparisons.Compare<Greater>(tensor, target);

    /// <summary>Whether each element is at least that of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor greater_equal(Tensor tensor, Tensor target) => Comparisons.Compare<GreaterOrEqual>(tensor, target);

    /// <summary>Whether each element is NaN.</summary>
    public static Tensor isnan(Tensor input) => Comparisons.Ask<NotANumber>(input, "isnan");

    /// <summary>Whether each element is neither NaN nor infinite.</summary>
    public static Tensor isfinite(Tensor tensor) => Comparisons.Ask<Finite>(tensor, "isfinite");

    /// <summary>Whether each element is ∞ or -∞.</summary>
    public static Tensor isinf(Tensor tensor) => Comparisons.Ask<Infinite>(tensor, "isinf");

    /// <summary>Whether each element is ∞.</summary>
    public static Tensor isposinf(Tensor tensor) => Comparisons.Ask<PositiveInfinite>(tensor, "isposinf");

    /// <summary>Whether each element is -∞.</summary>
    public static Tensor isneginf(Tensor tensor) => Comparisons.Ask<NegativeInfinite>(tensor, "isneginf");

    /// <summary>Whether |x - y| ≤ <paramref name="atol"/> + <paramref name="rtol"/>·|y| with y = <paramref name="other"/>,
    /// element by element; NaN is close to NaN if <paramref name="nanEqual"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor isclose(
        Tensor tensor, Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false) =>
        Comparisons.IsClose(tensor, other, rtol, atol, nanEqual);

    /// <summary>Whether |x - y| ≤ <paramref name="atol"/> + <paramref name="rtol"/>·|y| with y = <paramref name="target"/> holds
    /// everywhere; NaN is close to NaN if <paramref name="equal_nan"/>.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static bool allclose(
        Tensor tensor, Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
        Truth.IsTrueEverywhere(Comparisons.IsClose(tensor, target, rtol, atol, equal_nan));

    /// <summary>The larger of x and <paramref name="other"/>, element by element; NaN if either is.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor maximum(Tensor input, Tensor other) => Extremes.Maximum(input, other);

    /// <summary>The smaller of x and <paramref name="other"/>, element by element; NaN if either is.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor minimum(Tensor input, Tensor other) => Extremes.Minimum(input, other);

    /// <summary>The larger of x and <paramref name="other"/>, element by element; NaN if either is.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor max(Tensor input, Tensor other) => Extremes.Maximum(input, other);

    /// <summary>The smaller of x and <paramref name="other"/>, element by element; NaN if either is.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor min(Tensor input, Tensor other) => Extremes.Minimum(input, other);

    /// <summary>The larger of x and <paramref name="other"/>, element by element; of NaN and a number the number.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor fmax(Tensor input, Tensor other) => Extremes.MaximumNumber(input, other);

    /// <summary>The smaller of x and <paramref name="other"/>, element by element; of NaN and a number the number.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor fmin(Tensor input, Tensor other) => Extremes.MinimumNumber(input, other);

    /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>; null for no bound.</summary>
    /// <exception cref="ArgumentException">Both bounds are null.</exception>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => Extremes.Clamp(input, min, max);

    /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>, element by element; null for no
    /// bound.</summary>
    /// <exception cref="ArgumentException">Both bounds are null.</exception>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => Extremes.Clamp(input, min, max);

    /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>; null for no bound.</summary>
    /// <exception cref="ArgumentException">Both bounds are null.</exception>
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => Extremes.Clamp(input, min, max);

    /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">Both bounds are null.</exception>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) =>
        Extremes.ClampInPlace(input, min, max);

    /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">Both bounds are null.</exception>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) =>
        InPlace.Apply(input, x => Extremes.Clamp(x, min, max));

    /// <summary>Each element, but at least <paramref name="min"/>.</summary>
    public static Tensor clamp_min(Tensor input, Scalar min) => Extremes.Clamp(input, min, null);

    /// <summary>Each element, but at most <paramref name="max"/>.</summary>
    public static Tensor clamp_max(Tensor input, Scalar max) => Extremes.Clamp(input, null, max);

    /// <summary>Each element, but at least <paramref name="min"/>, in place; returns the tensor.</summary>
    public static Tensor clamp_min_(Tensor input, Scalar min) => Extremes.ClampInPlace(input, min, null);

    /// <summary>Each element, but at most <paramref name="max"/>, in place; returns the tensor.</summary>
    public static Tensor clamp_max_(Tensor input, Scalar max) => Extremes.ClampInPlace(input, null, max);
}
