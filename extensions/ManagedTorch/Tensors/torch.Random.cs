using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whole numbers from 0 to <paramref name="high"/> - 1.</summary>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randomness.Integers(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>Whole numbers from 0 to <paramref name="high"/> - 1.</summary>
    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randomness.Integers(0, high, Array.ConvertAll(size, s => (long)s), dtype, device, requires_grad, generator);

    /// <summary>Whole numbers from 0 to <paramref name="high"/> - 1.</summary>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randomness.Integers(0, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Whole numbers from <paramref name="low"/> to <paramref name="high"/> - 1.</summary>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randomness.Integers(low, high, size, dtype, device, requires_grad, generator);

    /// <summary>Whole numbers from <paramref name="low"/> to <paramref name="high"/> - 1.</summary>
    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randomness.Integers(low, high, Array.ConvertAll(size, s => (long)s), dtype, device, requires_grad, generator);

    /// <summary>Whole numbers from <paramref name="low"/> to <paramref name="high"/> - 1.</summary>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randomness.Integers(low, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>0 … n - 1 in random order, int64 unless said otherwise.</summary>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Randomness.Permutation(n, dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers of the shape given.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randomness.NormalInto(NewEmpty(size.ToArray(), dtype, device, false), mean, std, generator).requires_grad_(requires_grad);

    /// <summary>Uniform random numbers in [0, 1), of the shape and type of another tensor.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Randomness.Uniform(input.Sizes, dtype ?? input.dtype, device, requires_grad);

    /// <summary>Normal random numbers, of the shape and type of another tensor.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Randomness.Normal(input.Sizes, dtype ?? input.dtype, device, requires_grad);

    /// <summary>Whole numbers from low to high - 1, of the shape and type of another tensor.</summary>
    public static Tensor randint_like(
        Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Randomness.Integers(low, high, input.Sizes, dtype ?? input.dtype, device, requires_grad, null);

    /// <summary>1 with the probability in each element, else 0.</summary>
    /// <exception cref="ArgumentException">A probability outside 0 … 1.</exception>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Randomness.Bernoulli(input, generator);

    /// <summary>Indices drawn with the probabilities (weights) of each row, shape [.., num_samples], int64.</summary>
    /// <exception cref="ArgumentException">Weights that are negative, not finite or all 0; more draws than choices without
    /// replacement.</exception>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        Randomness.Multinomial(input, num_samples, replacement, generator);

    public partial class Tensor
    {
        /// <summary>Replaces the values by uniform random numbers in [from, to); returns the tensor.</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Randomness.UniformInto(this, from, to, generator);

        /// <summary>Replaces the values by normal random numbers; returns the tensor.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Randomness.NormalInto(this, mean, std, generator);

        /// <summary>Replaces the values by exponential random numbers; returns the tensor.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) =>
            Randomness.ExponentialInto(this, lambda, generator);

        /// <summary>Replaces the values by exp of normal random numbers; returns the tensor.</summary>
        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Randomness.LogNormalInto(this, mean, std, generator);

        /// <summary>Replaces the values by Cauchy distributed random numbers; returns the tensor.</summary>
        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) =>
            Randomness.CauchyInto(this, median, sigma, generator);

        /// <summary>Replaces the values by the numbers of trials up to the first success; returns the tensor.</summary>
        /// <param name="p">The chance of success of a trial, in (0, 1).</param> <param name="generator">Null for the default one.</param>
        /// <exception cref="ArgumentException">p is not in (0, 1).</exception>
        public Tensor geometric_(double p, Generator? generator = null) => Randomness.GeometricInto(this, p, generator);

        /// <summary>Replaces the values by whole random numbers in [from, to); returns the tensor.</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            Randomness.IntegersInto(this, (long)from, (long)to, generator);

        /// <summary>Replaces the values by 1 with probability p, else 0; returns the tensor.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Randomness.BernoulliInto(this, p, generator);

        /// <summary>1 with the probability in each element, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null) => Randomness.Bernoulli(this, generator);

        /// <summary>Indices drawn with the probabilities of each row.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Randomness.Multinomial(this, num_samples, replacement, generator);
    }
}
