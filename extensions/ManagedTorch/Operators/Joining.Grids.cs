using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Joining made of the recorded operations: stacks, grids, blocks.</summary>
internal static partial class Joining
{
    /// <summary>A list as an array.</summary>
    public static Tensor[] Listed(IEnumerable<Tensor> tensors) => tensors as Tensor[] ?? [.. tensors];

    /// <summary>Each with at least that many axes, placed as PyTorch does.</summary>
    public static Tensor[] AtLeast(ReadOnlySpan<Tensor> tensors, int dims)
    {
        var raised = new Tensor[tensors.Length];
        for (int i = 0; i < raised.Length; i++)
        {
            raised[i] = dims switch
            {
                1 => tensors[i].atleast_1d(),
                2 => tensors[i].atleast_2d(),
                _ => tensors[i].atleast_3d(),
            };
        }
        return raised;
    }

    /// <summary>Side by side: along the second axis, vectors along their only one.</summary>
    public static Tensor Sideways(ReadOnlySpan<Tensor> tensors)
    {
        Tensor[] raised = AtLeast(tensors, 1);
        return Cat(raised, raised.Length > 0 && raised[0].Sizes.Length == 1 ? 0 : 1);
    }

    /// <summary>Side by side; vectors and numbers count as columns.</summary>
    public static Tensor Columns(ReadOnlySpan<Tensor> tensors)
    {
        var columns = new Tensor[tensors.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = tensors[i].Sizes.Length <= 1 ? Views.Reshape(tensors[i], [-1, 1]) : tensors[i];
        }
        return Cat(columns, 1);
    }

    /// <summary>Each vector along an axis of its own, stretched over those of the others.</summary>
    public static Tensor[] Grid(ReadOnlySpan<Tensor> tensors, string indexing)
    {
        if (indexing is not ("ij" or "xy"))
        {
            throw new ArgumentException($"torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: {indexing}");
        }
        int count = tensors.Length;
        var sizes = new long[count];
        for (int i = 0; i < count; i++)
        {
            sizes[i] = tensors[i].Sizes.Length <= 1 ? tensors[i].Elements : throw new ArgumentException(
                $"torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: {Shape.Text(tensors[i].Sizes)}");
        }
        var grids = new Tensor[count];
        for (int i = 0; i < count; i++)
        {
            var shape = new long[count];
            Array.Fill(shape, 1);
            shape[i] = sizes[i];
            Tensor grid = Views.Expand(Views.Reshape(tensors[i], shape), sizes);
            grids[i] = indexing == "xy" && count >= 2 ? Views.Transpose(grid, 0, 1) : grid;
        }
        return grids;
    }

    /// <summary>All combinations of one element of each vector.</summary>
    public static Tensor CartesianProduct(ReadOnlySpan<Tensor> tensors)
    {
        if (tensors.Length == 1)
        {
            return Views.Itself(tensors[0]);
        }
        Tensor[] grids = Grid(tensors, "ij");
        for (int i = 0; i < grids.Length; i++)
        {
            grids[i] = Views.Reshape(grids[i], [-1]);
        }
        return Stack(grids, 1);
    }

    /// <summary>Matrices along the diagonal of a larger one.</summary>
    public static Tensor BlockDiagonal(ReadOnlySpan<Tensor> tensors)
    {
        Tensor[] blocks = AtLeast(tensors, 2);
        if (blocks.Length == 0)
        {
            return Creation.Full([1, 0], 0, get_default_dtype());
        }
        ScalarType type = blocks[0].dtype;
        long width = 0;
        foreach (Tensor block in blocks)
        {
            type = Promotion.Of(type, block.dtype);
            width += block.Sizes.Length == 2 ? block.Sizes[1] : throw new ArgumentException(
                $"torch.block_diag: Input tensors must have 2 or fewer dimensions, got {Shape.Text(block.Sizes)}");
        }
        long left = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            long columns = blocks[i].Sizes[1];
            blocks[i] = Borders.Constant(Copies.To(blocks[i], type), [left, width - left - columns], 0);
            left += columns;
        }
        return Cat(blocks, 0);
    }

    /// <summary>The Kronecker product: each element of a times the whole of b.</summary>
    public static Tensor Kronecker(Tensor a, Tensor b)
    {
        int dims = Math.Max(a.Sizes.Length, b.Sizes.Length);
        long[] sizesA = new long[2 * dims], sizesB = new long[2 * dims], sizes = new long[dims];
        Array.Fill(sizesA, 1);
        Array.Fill(sizesB, 1);
        for (int d = 0; d < dims; d++)
        {
            sizesA[2 * d] = d < dims - a.Sizes.Length ? 1 : a.Sizes[d - dims + a.Sizes.Length];
            sizesB[2 * d + 1] = d < dims - b.Sizes.Length ? 1 : b.Sizes[d - dims + b.Sizes.Length];
            sizes[d] = sizesA[2 * d] * sizesB[2 * d + 1];
        }
        return Views.Reshape(Arithmetic.Multiply(Views.Reshape(a, sizesA), Views.Reshape(b, sizesB)), sizes);
    }
}
