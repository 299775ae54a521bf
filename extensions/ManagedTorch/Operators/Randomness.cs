using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Random tensors, number for number those of PyTorch's CPU generator.</summary>
internal static unsafe class Randomness
{
    /// <summary>Fills a span from the generator.</summary>
    private delegate void Sampler<T>(CpuGenerator generator, Span<T> destination);

    /// <summary>Uniform numbers in [0, 1).</summary>
    public static Tensor Uniform(
        long[] sizes, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator = null) =>
        UniformInto(NewEmpty(sizes, dtype, device, false), 0, 1, generator).requires_grad_(requiresGrad);

    /// <summary>Normal numbers, mean 0 and standard deviation 1.</summary>
    public static Tensor Normal(
        long[] sizes, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator = null) =>
        NormalInto(NewEmpty(sizes, dtype, device, false), 0, 1, generator).requires_grad_(requiresGrad);

    /// <summary>Whole numbers from low to high - 1.</summary>
    public static Tensor Integers(
        long low, long high, long[] sizes, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator)
    {
        if (low >= high)
        {
            throw new ArgumentException($"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");
        }
        return IntegersInto(NewEmpty(sizes, dtype ?? ScalarType.Int64, device, false), low, high, generator)
            .requires_grad_(requiresGrad);
    }

    /// <summary>Replaces the values by uniform ones.</summary>
    public static Tensor UniformInto(Tensor y, double from, double to, Generator? generator)
    {
        if (from > to)
        {
            throw new ArgumentException($"uniform_ expects to return a [from, to) range, but found from={from} > to={to}");
        }
        return Into(
            y, generator, "uniform_", (g, x) => Samplers.Uniform(g, x, (float)from, (float)to), (g, x) =>
                Samplers.Uniform(g, x, from, to));
    }

    /// <summary>Replaces the values by normal ones.</summary>
    public static Tensor NormalInto(Tensor y, double mean, double std, Generator? generator)
    {
        if (std < 0)
        {
            throw new ArgumentException($"normal_ expects std >= 0.0, but found std {std}");
        }
        return Into(
            y, generator, "normal_", (g, x) => Samplers.Normal(g, x, mean, std), (g, x) => Samplers.Normal(g, x, mean, std));
    }

    /// <summary>Replaces the values by exponential ones with density λ·exp(-λx).</summary>
    public static Tensor ExponentialInto(Tensor y, double lambda, Generator? generator) => Into(
        y, generator, "exponential_", (g, x) => Samplers.Exponential(g, x, lambda), (g, x) => Samplers.Exponential(g, x, lambda));

    /// <summary>Replaces the values by exp of normal ones.</summary>
    public static Tensor LogNormalInto(Tensor y, double mean, double std, Generator? generator) => Into(
        y, generator, "log_normal_", (g, x) => Samplers.LogNormal(g, x, mean, std), (g, x) =>
            Samplers.LogNormal(g, x, mean, std));

    /// <summary>Replaces the values by Cauchy distributed ones.</summary>
    public static Tensor CauchyInto(Tensor y, double median, double sigma, Generator? generator) => Into(
        y, generator, "cauchy_", (g, x) => Samplers.Cauchy(g, x, median, sigma), (g, x) => Samplers.Cauchy(g, x, median, sigma));

    /// <summary>Replaces the values by numbers of trials up to the first success.</summary>
    public static Tensor GeometricInto(Tensor y, double p, Generator? generator)
    {
        if (!(p > 0 && p < 1))
        {
            throw new ArgumentException($"geometric_ expects p to be in (0, 1), but got p={p}");
        }
        return IntoAny(
            y,
            generator,
            (g, x) => Samplers.Geometric(g, x, p),
            (g, x) => Samplers.Geometric(g, x, p),
            (g, x) => Samplers.Geometric(g, x, p),
            (g, x) => Samplers.Geometric(g, x, p),
            (g, x) => Samplers.Geometric(g, x, p));
    }

    /// <summary>Replaces the values by normal ones cut to [a, b].</summary>
    public static Tensor TruncatedNormalInto(Tensor y, double mean, double std, double a, double b, Generator? generator) => Into(
        y,
        generator,
        "trunc_normal_",
        (g, x) => Samplers.TruncatedNormal(g, x, mean, std, a, b),
        (g, x) => Samplers.TruncatedNormal(g, x, mean, std, a, b));

    /// <summary>Replaces the values by whole ones from low to high - 1.</summary>
    public static Tensor IntegersInto(Tensor y, long low, long high, Generator? generator) => IntoAny(
        y,
        generator,
        (g, x) => Samplers.Integers(g, x, low, high),
        (g, x) => Samplers.Integers(g, x, low, high),
        (g, x) => Samplers.Integers(g, x, low, high),
        (g, x) => Samplers.Integers(g, x, low, high),
        (g, x) => Samplers.Integers(g, x, low, high));

    /// <summary>Replaces the values by 1 with probability p, else 0.</summary>
    public static Tensor BernoulliInto(Tensor y, double p, Generator? generator)
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentException($"bernoulli_ expects p to be in [0, 1], but got p={p}");
        }
        return IntoAny(
            y,
            generator,
            (g, x) => Samplers.Bernoulli(g, x, p),
            (g, x) => Samplers.Bernoulli(g, x, p),
            (g, x) => Samplers.Bernoulli(g, x, p),
            (g, x) => Samplers.Bernoulli(g, x, p),
            (g, x) => Samplers.Bernoulli(g, x, p));
    }

    /// <summary>1 with the probability in each element of p, else 0; of the shape and type of p.</summary>
    public static Tensor Bernoulli(Tensor p, Generator? generator)
    {
        Tensor source = Copies.AsContiguous(p.detach());
        CpuGenerator numbers = (generator ?? Generator.Default).Source;
        Tensor y = Tensor.Empty(p.Sizes, p.dtype);
        int n = checked((int)p.Elements);
        lock (numbers.Gate)
        {
            switch (p.dtype)
            {
                case ScalarType.Float32:
                    Samplers.Bernoulli(
                        numbers, Checked(new ReadOnlySpan<float>(source.Pointer, n)), new Span<float>(y.Pointer, n));
                    break;
                case ScalarType.Float64:
                    Samplers.Bernoulli(
                        numbers, Checked(new ReadOnlySpan<double>(source.Pointer, n)), new Span<double>(y.Pointer, n));
                    break;
                default:
                    throw new ArgumentException($"bernoulli: probabilities must be float32 or float64, found {p.dtype}");
            }
        }
        // The draw does not depend smoothly on p: PyTorch gives a gradient of zero.
        return Tape.Record(y, "BernoulliBackward0", [p], [], static (dy, _) => [Creation.Full(dy.Sizes, 0, dy.dtype)]);
    }

    /// <summary>0 … n - 1 in random order.</summary>
    public static Tensor Permutation(long n, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        Tensor y = NewEmpty([n], ScalarType.Int64, device, false);
        CpuGenerator numbers = (generator ?? Generator.Default).Source;
        lock (numbers.Gate)
        {
            Samplers.Permutation(numbers, new Span<long>(y.Pointer, checked((int)n)));
        }
        return Copies.To(y, dtype ?? ScalarType.Int64).requires_grad_(requiresGrad);
    }

    /// <summary>Indices drawn with the probabilities of each row.</summary>
    public static Tensor Multinomial(Tensor weights, long count, bool replacement, Generator? generator)
    {
        if (weights.Sizes.Length is not (1 or 2))
        {
            throw new ArgumentException($"multinomial: prob_dist must be 1 or 2 dim, found {Shape.Text(weights.Sizes)}");
        }
        if (!ElementType.IsFloating(weights.dtype))
        {
            throw new ArgumentException($"multinomial only supports floating-point dtypes for input, got: {weights.dtype}");
        }
        int choices = checked((int)weights.Sizes[^1]), picks = checked((int)count);
        if (picks <= 0 || (!replacement && picks > choices))
        {
            throw new ArgumentException(picks <= 0
                ? $"multinomial: cannot sample n_sample <= 0 samples, got {count}"
                : $"multinomial: cannot sample {count} > {choices} categories without replacement");
        }
        Tensor source = Copies.AsContiguous(weights.detach());
        Tensor y = Tensor.Empty([.. weights.Sizes[..^1], picks], ScalarType.Int64);
        CpuGenerator numbers = (generator ?? Generator.Default).Source;
        lock (numbers.Gate)
        {
            for (long row = 0; row < (weights.Sizes.Length == 1 ? 1 : weights.Sizes[0]); row++)
            {
                var into = new Span<long>(y.Data<long>() + row * picks, picks);
                if (weights.dtype == ScalarType.Float32)
                {
                    Samplers.Multinomial(numbers, Weights(new ReadOnlySpan<float>(source.Data<float>() + row * choices, choices)),
                        into, replacement);
                }
                else
                {
                    Samplers.Multinomial(numbers,
                        Weights(new ReadOnlySpan<double>(source.Data<double>() + row * choices, choices)), into, replacement);
                }
            }
        }
        return y;
    }

    private static ReadOnlySpan<T> Checked<T>(ReadOnlySpan<T> p) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (T value in p)
        {
            if (!(value >= T.Zero && value <= T.One))
            {
                throw new ArgumentException($"Expected p_in >= 0 && p_in <= 1 to be true, but got {value}");
            }
        }
        return p;
    }

    private static ReadOnlySpan<T> Weights<T>(ReadOnlySpan<T> weights) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T value in weights)
        {
            if (!(value >= T.Zero) || !T.IsFinite(value))
            {
                throw new ArgumentException("probability tensor contains either `inf`, `nan` or element < 0");
            }
            sum += value;
        }
        return sum > T.Zero ? weights
            : throw new ArgumentException("invalid multinomial distribution (sum of probabilities <= 0)");
    }

    private static Tensor Into(Tensor y, Generator? generator, string name, Sampler<float> single, Sampler<double> twice) =>
        ElementType.IsFloating(y.dtype)
            ? IntoAny(y, generator, single, twice, null, null, null)
            : throw new ArgumentException($"\"{name}\" not implemented for '{ElementType.Name(y.dtype)}'");

    private static Tensor IntoAny(
        Tensor y,
        Generator? generator,
        Sampler<float> single,
        Sampler<double> twice,
        Sampler<long>? int64,
        Sampler<int>? int32,
        Sampler<byte>? bytes)
    {
        Tape.CheckInPlace(y);
        CpuGenerator numbers = (generator ?? Generator.Default).Source;
        Tensor target = y.IsContiguous ? y : Tensor.Empty(y.Sizes, y.dtype);
        int n = checked((int)y.Elements);
        lock (numbers.Gate)
        {
            switch (y.dtype)
            {
                case ScalarType.Float32: single(numbers, new Span<float>(target.Pointer, n)); break;
                case ScalarType.Float64: twice(numbers, new Span<double>(target.Pointer, n)); break;
                case ScalarType.Int64: int64!(numbers, new Span<long>(target.Pointer, n)); break;
                case ScalarType.Int32: int32!(numbers, new Span<int>(target.Pointer, n)); break;
                case ScalarType.Byte or ScalarType.Bool: bytes!(numbers, new Span<byte>(target.Pointer, n)); break;
                default: throw ElementType.Missing(y.dtype);
            }
        }
        if (!ReferenceEquals(target, y))
        {
            Copies.Into(y, target);
        }
        return Tape.RecordInPlace(y, "RandomBackward0", [y], [], static (dy, _) => [Creation.Full(dy.Sizes, 0, dy.dtype)]);
    }
}
