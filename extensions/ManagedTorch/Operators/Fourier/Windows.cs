using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators.Fourier;

/// <summary>Weights that fade a piece of a signal in and out.</summary>
internal static class Windows
{
    /// <summary>alpha - beta·cos(2πx) + gamma·cos(4πx) for x from 0 to 1.</summary>
    public static Tensor Cosines(long length, bool periodic, double alpha, double beta, double gamma, ScalarType? type) => Of(
        length, periodic, type, x => alpha - beta * Math.Cos(2 * Math.PI * x) + gamma * Math.Cos(4 * Math.PI * x));

    /// <summary>From 0 straight up to 1 and down again.</summary>
    public static Tensor Triangle(long length, bool periodic, ScalarType? type) =>
        Of(length, periodic, type, x => x <= 0.5 ? 2 * x : 2 - 2 * x);

    /// <summary>I₀(beta·√(1 - (2x - 1)²))/I₀(beta).</summary>
    public static Tensor Kaiser(long length, bool periodic, double beta, ScalarType? type) => Of(
        length, periodic, type,
        x => Bessel(beta * Math.Sqrt(Math.Max(0, 1 - (2 * x - 1) * (2 * x - 1)))) / Bessel(beta));

    // A periodic window is one of another value more without its last one.
    private static Tensor Of(long length, bool periodic, ScalarType? type, Func<double, double> f)
    {
        ScalarType wanted = type ?? get_default_dtype();
        if (length < 0 || !ElementType.IsFloating(wanted))
        {
            throw new ArgumentException($"A window needs a length >= 0 and a floating type, got {length} and {wanted}");
        }
        var values = new double[length];
        for (long i = 0; i < length; i++)
        {
            values[i] = length == 1 ? 1 : f((double)i / (periodic ? length : length - 1));
        }
        return Copies.To(Creation.FromValues<double>(values, [length]), wanted);
    }

    // I₀(x) = Σ ((x/2)ᵏ/k!)²
    private static double Bessel(double x)
    {
        double sum = 1, term = 1;
        for (int k = 1; term > 1e-17 * sum; k++)
        {
            term *= x / 2 / k * (x / 2 / k);
            sum += term;
        }
        return sum;
    }
}
