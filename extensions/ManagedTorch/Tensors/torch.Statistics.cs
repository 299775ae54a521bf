using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Differences x[i + 1] - x[i] along <paramref name="dim"/>, taken <paramref name="n"/> times, after the values
    /// <paramref name="prepend"/> and <paramref name="append"/> were put before and behind.</summary>
    /// <exception cref="ArgumentException">The tensor has no axes.</exception>
    /// <example><code>diff(tensor(new[] { 1f, 4, 9 }))   // 3, 5</code></example>
    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
        Differences.Of(input, n, dim, prepend, append);

    /// <summary>The area under points that are <paramref name="dx"/> apart, ∑ dx·(y[i] + y[i + 1])/2.</summary>
    public static Tensor trapezoid(Tensor y, double dx = 1.0, long dim = -1) => Differences.Area(y, dx, dim);

    /// <summary>The area under points at <paramref name="x"/>, ∑ (x[i + 1] - x[i])·(y[i] + y[i + 1])/2.</summary>
    /// <exception cref="ArgumentException">There is not one x for each point.</exception>
    public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => Differences.Area(y, x, dim);

    /// <summary>The areas from the first point to each of the later ones, which are <paramref name="dx"/> apart.</summary>
    public static Tensor cumulative_trapezoid(Tensor y, double dx = 1.0, long dim = -1) => Differences.Areas(y, dx, dim);

    /// <summary>The areas from the first point to each of the later ones, which are at <paramref name="x"/>.</summary>
    /// <exception cref="ArgumentException">There is not one x for each point.</exception>
    public static Tensor cumulative_trapezoid(Tensor y, Tensor x, long dim = -1) => Differences.Areas(y, x, dim);

    /// <summary>Covariances of the rows (variables) over the columns (samples), divided by n - <paramref name="correction"/>.</summary>
    /// <param name="input">Shape [variables, samples], or [samples].</param>
    /// <param name="correction">1 for the unbiased estimate.</param>
    /// <param name="fweights">How often each sample was seen.</param>
    /// <param name="aweights">How much each sample counts.</param>
    /// <exception cref="ArgumentException">More than two axes, or not one weight for each sample.</exception>
    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
        Statistics.Covariance(input, correction, fweights, aweights);

    /// <summary>Correlation coefficients of the rows (variables) over the columns (samples), from -1 to 1.</summary>
    public static Tensor corrcoef(Tensor input) => Statistics.Correlation(input);

    /// <summary>For each element, whether it is among <paramref name="test_elements"/>, or, if <paramref name="invert"/>, whether
    /// it is not; NaN is among none.</summary>
    public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
        Membership.IsIn(tensor, test_elements, invert);

    public partial class Tensor
    {
        /// <summary>Differences x[i + 1] - x[i] along <paramref name="dim"/>, taken <paramref name="n"/> times.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Differences.Of(this, n, dim, prepend, append);

        /// <summary>The area under points that are <paramref name="dx"/> apart, ∑ dx·(y[i] + y[i + 1])/2.</summary>
        public Tensor trapezoid(double dx = 1.0, long dim = -1) => Differences.Area(this, dx, dim);

        /// <summary>The area under points at <paramref name="x"/>, ∑ (x[i + 1] - x[i])·(y[i] + y[i + 1])/2.</summary>
        public Tensor trapezoid(Tensor x, long dim = -1) => Differences.Area(this, x, dim);

        /// <summary>The areas from the first point to each of the later ones, which are <paramref name="dx"/> apart.</summary>
        public Tensor cumulative_trapezoid(double dx = 1.0, long dim = -1) => Differences.Areas(this, dx, dim);

        /// <summary>The areas from the first point to each of the later ones, which are at <paramref name="x"/>.</summary>
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Differences.Areas(this, x, dim);

        /// <summary>Covariances of the rows (variables) over the columns (samples).</summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Statistics.Covariance(this, correction, fweights, aweights);

        /// <summary>Correlation coefficients of the rows (variables) over the columns (samples), from -1 to 1.</summary>
        public Tensor corrcoef() => Statistics.Correlation(this);

        /// <summary>For each element, whether it is among <paramref name="test_elements"/>, or, inverted, whether it is not.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Membership.IsIn(this, test_elements, invert);
    }
}
