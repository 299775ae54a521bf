using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators.LinearAlgebra;

/// <summary>What all operations on batches of matrices share. They compute in float64 and convert their results.</summary>
internal static unsafe class MatrixBatch
{
    /// <summary>Refuses what is not a batch of float32 or float64 matrices.</summary>
    public static void CheckMatrix(string name, Tensor a)
    {
        if (a.Sizes.Length < 2)
        {
            throw new ArgumentException(
                $"{name}: The input tensor A must have at least 2 dimensions, got shape {Shape.Text(a.Sizes)}.");
        }
        if (!ElementType.IsFloating(a.dtype))
        {
            throw new ArgumentException(
                $"{name}: Expected a floating point tensor (float32 or float64) as input. Got {ElementType.Name(a.dtype)}");
        }
    }

    /// <summary>Refuses what is not a batch of square matrices.</summary>
    public static void CheckSquare(string name, Tensor a)
    {
        if (a.Sizes.Length < 2)
        {
            throw new ArgumentException(
                $"{name}: The input tensor A must have at least 2 dimensions, got shape {Shape.Text(a.Sizes)}.");
        }
        if (a.Sizes[^1] != a.Sizes[^2])
        {
            throw new ArgumentException(
                $"{name}: A must be batches of square matrices, but they are {a.Sizes[^2]} by {a.Sizes[^1]} matrices (shape "
                + $"{Shape.Text(a.Sizes)})");
        }
    }

    /// <summary>How many matrices there are.</summary>
    public static int Count(Tensor a) => checked((int)Shape.Elements(a.Sizes.AsSpan(0, a.Sizes.Length - 2)));

    /// <summary>A contiguous float64 copy, not recorded.</summary>
    public static Tensor Doubles(Tensor a)
    {
        Tensor y = Tensor.Empty(a.Sizes, ScalarType.Float64);
        Copies.Into(y, a);
        return y;
    }

    /// <summary>Uninitialised float64 numbers for each matrix.</summary>
    public static Tensor Empty(Tensor a, params ReadOnlySpan<long> sizes) =>
        Tensor.Empty([.. a.Sizes.AsSpan(0, a.Sizes.Length - 2), .. sizes], ScalarType.Float64);

    /// <summary>The numbers of one matrix, or of what belongs to it, of a contiguous float64 tensor.</summary>
    public static Span<double> At(Tensor tensor, int index, long length) =>
        new(tensor.Data<double>() + index * length, checked((int)length));

    /// <summary>Where in a batch a matrix is, for messages.</summary>
    public static string Place(Tensor a, int index) => a.Sizes.Length > 2 ? $"(Batch element {index}): " : "";

    /// <summary>The identity.</summary>
    public static Tensor Identity(long n, ScalarType type)
    {
        Tensor y = Creation.Full([n, n], 0, type);
        using IDisposable off = GradMode.Set(false);
        Copies.Fill(Views.Diagonal(y, 0, 0, 1), 1);
        return y;
    }

    /// <summary>The product of matrices or batches of them.</summary>
    public static Tensor Times(Tensor a, Tensor b) => MatrixProducts.Product(a, b);

    /// <summary>Each matrix transposed; a view.</summary>
    public static Tensor Transposed(Tensor a) => Views.LastTransposed(a);

    /// <summary>Numbers as a row that scales the columns of each matrix.</summary>
    public static Tensor Row(Tensor s) => Views.Unsqueeze(s, s.Sizes.Length - 1);

    /// <summary>Numbers as a column that scales the rows of each matrix.</summary>
    public static Tensor Column(Tensor s) => Views.Unsqueeze(s, s.Sizes.Length);

    /// <summary>dy, or zeros of these sizes if nobody asked for that gradient.</summary>
    public static Tensor OrZeros(Tensor? dy, long[] sizes, ScalarType type) => dy ?? Creation.Full(sizes, 0, type);
}
