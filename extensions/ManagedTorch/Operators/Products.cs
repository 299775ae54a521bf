using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Products over an axis or over all elements.</summary>
internal static unsafe class Products
{
    /// <summary>The product of all elements.</summary>
    public static Tensor Product(Tensor x, ScalarType? type = null) =>
        Views.View(Product(Views.Reshape(Copies.To(x, TypeOf(x, type)), [-1]), 0, keepdim: true), []);

    /// <summary>The product of each line along an axis.</summary>
    public static Tensor Product(Tensor x, long dim, bool keepdim, ScalarType? type = null)
    {
        Tensor source = Copies.To(x, TypeOf(x, type));
        int axis = Shape.Axis(dim, x.Sizes.Length);
        if (x.Sizes.Length == 0)
        {
            return Copies.Clone(source);
        }
        var reduced = new bool[x.Sizes.Length];
        reduced[axis] = true;
        Tensor y = Folds.Over<ProductFold>(source, reduced);
        long[] kept = y.Sizes;
        Tensor result = keepdim ? y : Reductions.WithoutAxes(y, reduced);
        return !Tape.Needs(source) ? result : Tape.Record(result, "ProdBackward1", [source], [source, result], (dy, node) =>
        {
            Tensor above = Reductions.WithAxes(dy, kept);
            // d Πx/dx[i] = the product of the others: y/x[i], unless something is 0
            return Truth.IsTrueAnywhere(Logic.Not(node[0]))
                ? [above * OthersAlong(node[0], axis)]
                : [above * Reductions.WithAxes(node[1], kept) / node[0]];
        });
    }

    private static ScalarType TypeOf(Tensor x, ScalarType? type) => type
        ?? (ElementType.IsFloating(x.dtype) ? x.dtype
        : ElementType.IsComplex(x.dtype) ? throw Pointwise.NotForComplex("prod")
        : ScalarType.Int64);

    // For each element the product of the other ones in its line.
    private static Tensor OthersAlong(Tensor x, int axis)
    {
        if (!GradMode.Enabled)
        {
            return OthersByScans(x, axis);
        }
        // Recorded, at the price of n² elements: each line n times, with a 1 on the diagonal.
        int dims = x.Sizes.Length;
        long n = x.Sizes[axis];
        Tensor lines = Views.Unsqueeze(Views.Transpose(x, axis, -1), dims - 1);
        Tensor repeated = Views.Expand(lines, [.. lines.Sizes[..^2], n, n]);
        Tensor diagonal = Creation.Full([n, n], 0, ScalarType.Bool);
        Copies.Fill(Views.AsStrided(diagonal, [n], [n + 1], 0), 1);
        return Views.Transpose(Product(Selection.Where(diagonal, 1, repeated), -1, keepdim: false), axis, -1);
    }

    private static Tensor OthersByScans(Tensor x, int axis)
    {
        Tensor exact = Copies.Contiguous(Copies.To(x, ScalarType.Float64));
        Tensor y = Tensor.EmptyLike(exact);
        (long outer, long length, long inner) = AxisPick.Lines(x.Sizes, axis);
        double* from = exact.Data<double>(), to = y.Data<double>();
        for (long line = 0; line < outer * inner; line++)
        {
            long start = line / inner * length * inner + line % inner;
            double product = 1;
            for (long j = 0; j < length; j++)
            {
                to[start + j * inner] = product;
                product *= from[start + j * inner];
            }
            product = 1;
            for (long j = length - 1; j >= 0; j--)
            {
                to[start + j * inner] *= product;
                product *= from[start + j * inner];
            }
        }
        return Copies.To(y, x.dtype);
    }
}
