using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Activation functions of networks. Each has a form in place: <see cref="Function.InPlace{TFunction}"/>.</summary>
internal static class Activations
{
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;

    /// <summary>max(x, 0), of whole numbers too.</summary>
    public static Tensor Relu(Tensor x) => ElementType.IsFloating(x.dtype) ? Function.Of<Relu>(x)
        : x.dtype == ScalarType.Bool ? throw new ArgumentException("Boolean inputs not supported for relu")
        : Extremes.Clamp(x, 0, (Scalar?)null);

    /// <summary>x for x > 0, otherwise slope·x.</summary>
    public static Tensor LeakyRelu(Tensor x, double slope = 0.01) => Function.Of<LeakyRelu>(x, new(slope));

    /// <summary>scale·x for x > 0, otherwise scale·alpha·(e^(inputScale·x) - 1).</summary>
    public static Tensor Elu(Tensor x, double alpha = 1, double scale = 1, double inputScale = 1) =>
        Function.Of<Elu>(x, EluNumbers(alpha, scale, inputScale));

    /// <summary>The numbers of <see cref="Elu"/>, for its form in place.</summary>
    public static Numbers EluNumbers(double alpha = 1, double scale = 1, double inputScale = 1) => new(alpha, scale, inputScale);

    /// <summary>ELU with the constants that keep mean 0 and variance 1 (Klambauer et al. 2017).</summary>
    public static Tensor Selu(Tensor x) => Function.Of<Elu>(x, SeluNumbers);

    /// <summary>The numbers of <see cref="Selu"/>, for its form in place.</summary>
    public static Numbers SeluNumbers => new(SeluAlpha, SeluScale, 1);

    /// <summary>ELU with a continuous slope: x for x > 0, otherwise alpha·(e^(x/alpha) - 1).</summary>
    public static Tensor Celu(Tensor x, double alpha = 1) => Function.Of<Elu>(x, new(alpha, 1, 1 / alpha));

    /// <summary>x·Φ(x), or its form with tanh.</summary>
    public static Tensor Gelu(Tensor x, bool tanh = false) => tanh ? Function.Of<GeluTanh>(x) : Function.Of<Gelu>(x);

    /// <summary>x·σ(x).</summary>
    public static Tensor Silu(Tensor x) => Function.Of<Silu>(x);

    /// <summary>x·tanh(log(1 + eˣ)).</summary>
    public static Tensor Mish(Tensor x) => Function.Of<Mish>(x);

    /// <summary>log(1 + e^(beta·x))/beta; x itself where beta·x > threshold.</summary>
    public static Tensor Softplus(Tensor x, double beta = 1, double threshold = 20) =>
        Function.Of<Softplus>(x, new(beta, threshold));

    /// <summary>x cut to low … high.</summary>
    public static Tensor Hardtanh(Tensor x, double low = -1, double high = 1) => ElementType.IsInteger(x.dtype)
        ? Extremes.Clamp(x, (long)low, (long)high)
        : Function.Of<Hardtanh>(x, new(low, high));

    /// <summary>x cut to 0 … 6.</summary>
    public static Tensor Relu6(Tensor x) => Hardtanh(x, 0, 6);

    /// <summary>x for x > threshold, otherwise value.</summary>
    public static Tensor Threshold(Tensor x, double threshold, double value) => ElementType.IsInteger(x.dtype)
        ? Selection.Where(Comparisons.Compare<Greater>(x, threshold), x, (Scalar)value)
        : Function.Of<Threshold>(x, new(threshold, value));

    /// <summary>The first half of an axis times σ of its second half.</summary>
    /// <exception cref="ArgumentException">The axis has an odd size.</exception>
    public static Tensor Glu(Tensor x, long dim = -1)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        if (x.Sizes.Length == 0 || x.Sizes[axis] % 2 != 0)
        {
            throw new ArgumentException($"Halving dimension must be even, but dimension {axis} of {Shape.Text(x.Sizes)} is not");
        }
        long half = x.Sizes[axis] / 2;
        return Views.Slice(x, axis, 0, half, 1) * Function.Of<Sigmoid>(Views.Slice(x, axis, half, half, 1));
    }

    /// <summary>x for x > 0, otherwise weight·x; one weight for all, or one for each position of axis 1.</summary>
    /// <exception cref="ArgumentException">Another number of weights.</exception>
    public static Tensor Prelu(Tensor x, Tensor weight)
    {
        long channels = x.Sizes.Length > 1 ? x.Sizes[1] : 1;
        if (weight.Elements != 1 && weight.Elements != channels)
        {
            throw new ArgumentException(
                $"Mismatch of parameter numbers and input channel size. Found parameter numbers = {weight.Elements} and channel "
                + $"size = {channels}.");
        }
        var sizes = new long[Math.Max(x.Sizes.Length, weight.Elements == 1 ? 0 : 2)];
        Array.Fill(sizes, 1);
        if (weight.Elements != 1)
        {
            sizes[1] = channels;
        }
        Tensor w = Views.Reshape(weight, sizes);
        Tensor y = Pointwise.Map2<PreluFormula>(x, w, "prelu");
        // dx = dy or w·dy, dw = Σ x·dy over x ≤ 0
        return !Tape.Needs([x, w]) ? y : Tape.Record(y, "PreluBackward0", [x, w], [x, w], static (dy, node) =>
        {
            Tensor positive = Comparisons.Compare<Greater>(node[0], 0);
            return
            [
                node.Needs(0) ? Arithmetic.Given(Selection.Where(positive, dy, dy * node[1]), node, 0) : null,
                node.Needs(1) ? Arithmetic.Given(Selection.Where(positive, 0, dy * node[0]), node, 1) : null,
            ];
        });
    }

    private readonly struct PreluFormula : IFormulaOfTwo
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> w, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            If(Vector256.GreaterThan(x, Vector256<T>.Zero), x, w * x);
    }
}
