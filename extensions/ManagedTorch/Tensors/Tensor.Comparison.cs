using TorchSharp.Loops;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether each element equals <paramref name="target"/>.</summary>
        public Tensor eq(Scalar target) => Comparisons.Compare<Equal>(this, target);

        /// <summary>Whether each element equals that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor eq(Tensor target) => Comparisons.Compare<Equal>(this, target);

        /// <summary>1 where the element equals <paramref name="target"/>, otherwise 0, in place; returns the tensor.</summary>
        public Tensor eq_(Scalar target) => InPlace.Apply(this, x => Comparisons.Compare<Equal>(x, target));

        /// <summary>1 where the element equals that of <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor eq_(Tensor target) => InPlace.Apply(this, target, Comparisons.Compare<Equal>);

        /// <summary>Whether each element differs from <paramref name="target"/>.</summary>
        public Tensor ne(Scalar target) => Comparisons.Compare<NotEqual>(this, target);

        /// <summary>Whether each element differs from that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor ne(Tensor target) => Comparisons.Compare<NotEqual>(this, target);

        /// <summary>1 where the element differs from <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        public Tensor ne_(Scalar target) => InPlace.Apply(this, x => Comparisons.Compare<NotEqual>(x, target));

        /// <summary>1 where the element differs from that of <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor ne_(Tensor target) => InPlace.Apply(this, target, Comparisons.Compare<NotEqual>);

        /// <summary>Whether each element is less than <paramref name="target"/>.</summary>
        public Tensor lt(Scalar target) => Comparisons.Compare<Less>(this, target);

        /// <summary>Whether each element is less than that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor lt(Tensor target) => Comparisons.Compare<Less>(this, target);

        /// <summary>1 where the element is less than <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        public Tensor lt_(Scalar target) => InPlace.Apply(this, x => Comparisons.Compare<Less>(x, target));

        /// <summary>1 where the element is less than that of <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor lt_(Tensor target) => InPlace.Apply(this, target, Comparisons.Compare<Less>);

        /// <summary>Whether each element is at most <paramref name="target"/>.</summary>
        public Tensor le(Scalar target) => Comparisons.Compare<LessOrEqual>(this, target);

        /// <summary>Whether each element is at most that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor le(Tensor target) => Comparisons.Compare<LessOrEqual>(this, target);

        /// <summary>1 where the element is at most <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        public Tensor le_(Scalar target) => InPlace.Apply(this, x => Comparisons.Compare<LessOrEqual>(x, target));

        /// <summary>1 where the element is at most that of <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor le_(Tensor target) => InPlace.Apply(this, target, Comparisons.Compare<LessOrEqual>);

        /// <summary>Whether each element is greater than <paramref name="target"/>.</summary>
        public Tensor gt(Scalar target) => Comparisons.Compare<Greater>(this, target);

        /// <summary>Whether each element is greater than that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor gt(Tensor target) => Comparisons.Compare<Greater>(this, target);

        /// <summary>1 where the element is greater than <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        public Tensor gt_(Scalar target) => InPlace.Apply(this, x => Comparisons.Compare<Greater>(x, target));

        /// <summary>1 where the element is greater than that of <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor gt_(Tensor target) => InPlace.Apply(this, target, Comparisons.Compare<Greater>);

        /// <summary>Whether each element is at least <paramref name="target"/>.</summary>
        public Tensor ge(Scalar target) => Comparisons.Compare<GreaterOrEqual>(this, target);

        /// <summary>Whether each element is at least that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor ge(Tensor target) => Comparisons.Compare<GreaterOrEqual>(this, target);

        /// <summary>1 where the element is at least <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        public Tensor ge_(Scalar target) => InPlace.Apply(this, x => Comparisons.Compare<GreaterOrEqual>(x, target));

        /// <summary>1 where the element is at least that of <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor ge_(Tensor target) => InPlace.Apply(this, target, Comparisons.Compare<GreaterOrEqual>);

        /// <summary>Whether each element equals that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor equal(Tensor target) => Comparisons.Compare<Equal>(this, target);

        /// <summary>Whether each element differs from that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor not_equal(Tensor target) => Comparisons.Compare<NotEqual>(this, target);

        /// <summary>1 where the element differs from that of <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor not_equal_(Tensor target) => InPlace.Apply(this, target, Comparisons.Compare<NotEqual>);

        /// <summary>Whether each element is less than that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor less(Tensor target) => Comparisons.Compare<Less>(this, target);

        /// <summary>Whether each element is at most that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor less_equal(Tensor target) => Comparisons.Compare<LessOrEqual>(this, target);

        /// <summary>1 where the element is at most that of <paramref name="target"/>, otherwise 0, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor less_equal_(Tensor target) => InPlace.Apply(this, target, Comparisons.Compare<LessOrEqual>);

        /// <summary>Whether each element is greater than that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor greater(Tensor target) => Comparisons.Compare<Greater>(this, target);

        /// <summary>Whether each element is at least that of <paramref name="target"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor greater_equal(Tensor target) => Comparisons.Compare<GreaterOrEqual>(this, target);

        /// <summary>Whether each element is NaN.</summary>
        public Tensor isnan() => Comparisons.Ask<NotANumber>(this, "isnan");

        /// <summary>Whether each element is neither NaN nor infinite.</summary>
        public Tensor isfinite() => Comparisons.Ask<Finite>(this, "isfinite");

        /// <summary>Whether each element is ∞ or -∞.</summary>
        public Tensor isinf() => Comparisons.Ask<Infinite>(this, "isinf");

        /// <summary>Whether each element is ∞.</summary>
        public Tensor isposinf() => Comparisons.Ask<PositiveInfinite>(this, "isposinf");

        /// <summary>Whether each element is -∞.</summary>
        public Tensor isneginf() => Comparisons.Ask<NegativeInfinite>(this, "isneginf");

        /// <summary>Whether |x - y| ≤ <paramref name="atol"/> + <paramref name="rtol"/>·|y| with y = <paramref name="other"/>,
        /// element by element; NaN is close to NaN if <paramref name="nanEqual"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor isclose(Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false) =>
            Comparisons.IsClose(this, other, rtol, atol, nanEqual);

        /// <summary>Whether |x - y| ≤ <paramref name="atol"/> + <paramref name="rtol"/>·|y| with y = <paramref name="target"/>
        /// holds everywhere; NaN is close to NaN if <paramref name="equal_nan"/>.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
            Truth.IsTrueEverywhere(Comparisons.IsClose(this, target, rtol, atol, equal_nan));

        /// <summary>The larger of x and <paramref name="other"/>, element by element; NaN if either is.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor maximum(Tensor other) => Extremes.Maximum(this, other);

        /// <summary>The smaller of x and <paramref name="other"/>, element by element; NaN if either is.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor minimum(Tensor other) => Extremes.Minimum(this, other);

        /// <summary>The larger of x and <paramref name="other"/>, element by element; NaN if either is.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor max(Tensor other) => Extremes.Maximum(this, other);

        /// <summary>The smaller of x and <paramref name="other"/>, element by element; NaN if either is.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor min(Tensor other) => Extremes.Minimum(this, other);

        /// <summary>The larger of x and <paramref name="other"/>, element by element; of NaN and a number the number.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor fmax(Tensor other) => Extremes.MaximumNumber(this, other);

        /// <summary>The smaller of x and <paramref name="other"/>, element by element; of NaN and a number the number.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor fmin(Tensor other) => Extremes.MinimumNumber(this, other);

        /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>; null for no bound.</summary>
        /// <exception cref="ArgumentException">Both bounds are null.</exception>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Extremes.Clamp(this, min, max);

        /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>, element by element; null for no
        /// bound.</summary>
        /// <exception cref="ArgumentException">Both bounds are null.</exception>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Extremes.Clamp(this, min, max);

        /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>; null for no bound.</summary>
        /// <exception cref="ArgumentException">Both bounds are null.</exception>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => Extremes.Clamp(this, min, max);

        /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">Both bounds are null.</exception>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Extremes.ClampInPlace(this, min, max);

        /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">Both bounds are null.</exception>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => InPlace.Apply(this, x => Extremes.Clamp(x, min, max));

        /// <summary>Each element, but at least <paramref name="min"/>.</summary>
        public Tensor clamp_min(Scalar min) => Extremes.Clamp(this, min, null);

        /// <summary>Each element, but at most <paramref name="max"/>.</summary>
        public Tensor clamp_max(Scalar max) => Extremes.Clamp(this, null, max);

        /// <summary>Each element, but at least <paramref name="min"/>, in place; returns the tensor.</summary>
        public Tensor clamp_min_(Scalar min) => Extremes.ClampInPlace(this, min, null);

        /// <summary>Each element, but at most <paramref name="max"/>, in place; returns the tensor.</summary>
        public Tensor clamp_max_(Scalar max) => Extremes.ClampInPlace(this, null, max);
    }
}
