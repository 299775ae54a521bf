using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>How samples are spread and belong together.</summary>
internal static class Statistics
{
    /// <summary>Covariances of the rows of x, each a variable, over its columns, each a sample.</summary>
    public static Tensor Covariance(Tensor x, long correction, Tensor? counts, Tensor? weights)
    {
        if (x.Sizes.Length > 2)
        {
            throw new ArgumentException($"cov(): expected input to have two or fewer dimensions but got {Shape.Text(x.Sizes)}");
        }
        Tensor rows = Views.Reshape(x, [x.Sizes.Length == 2 ? x.Sizes[0] : 1, -1]);
        ScalarType type = ElementType.IsFloating(rows.dtype) ? rows.dtype : get_default_dtype();
        rows = Copies.To(rows, type);
        Tensor? w = (counts, weights) switch
        {
            (null, null) => null,
            ({ } f, null) => Checked(f, rows, "fweights"),
            (null, { } a) => Checked(a, rows, "aweights"),
            ({ } f, { } a) => Checked(f, rows, "fweights") * Checked(a, rows, "aweights"),
        };
        Tensor total = w is null
            ? Creation.Full([], rows.Sizes[1], type)
            : Reductions.Sum(Copies.To(w, type), [], keepdim: false);
        Tensor mean = w is null
            ? Reductions.Mean(rows, [1], keepdim: true)
            : Reductions.Sum(rows * w, [1], keepdim: true) / total;
        // Of weights that are no counts, the correction takes their own mean: Σw - correction·Σwa/Σw.
        Tensor divisor = weights is null || correction == 0
            ? total - correction
            : total - Reductions.Sum(Copies.To(w! * weights, type), [], keepdim: false) / total * correction;
        Tensor deviations = rows - mean;
        Tensor weighted = w is null ? deviations : deviations * w;
        Tensor products = MatrixProducts.Matrices(deviations, Views.Transpose(weighted, 0, 1));
        Tensor result = products / Selection.Where(Comparisons.Compare<Loops.Greater>(divisor, 0), divisor, 0);
        return x.Sizes.Length == 2 ? result : Views.Reshape(result, []);
    }

    /// <summary>Covariances over the standard deviations: from -1 to 1, and 1 on the diagonal.</summary>
    public static Tensor Correlation(Tensor x)
    {
        Tensor c = Covariance(x, 1, null, null);
        if (c.Sizes.Length == 0)
        {
            return c / c;
        }
        Tensor deviation = Powers.Power(Views.Diagonal(c, 0, 0, 1), 0.5);
        Tensor scaled = c / Views.Unsqueeze(deviation, 1) / Views.Unsqueeze(deviation, 0);
        return Extremes.Clamp(scaled, -1, 1);
    }

    private static Tensor Checked(Tensor w, Tensor rows, string name) =>
        w.Sizes.Length == 1 && w.Elements == rows.Sizes[1]
            ? w
            : throw new ArgumentException(
                $"cov(): expected {name} to have one number for each of the {rows.Sizes[1]} samples, got {Shape.Text(w.Sizes)}");
}
