using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors with the same first axis as a data set: sample i is [t₀[i], t₁[i], …].</summary>
public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        if (tensors.Length == 0 || Array.Exists(tensors, static tensor => tensor.Sizes.Length == 0))
        {
            throw new ArgumentException("TensorDataset needs one tensor or more, each with at least one axis.", nameof(tensors));
        }
        if (Array.Exists(tensors, tensor => tensor.Sizes[0] != tensors[0].Sizes[0]))
        {
            throw new ArgumentException(
                "All tensors must have the same size of the first axis, found shapes "
                + string.Join(", ", tensors.Select(static tensor => Shape.Text(tensor.Sizes))),
                nameof(tensors));
        }
        _tensors = Array.ConvertAll(tensors, static tensor => tensor.detach().DetachFromDisposeScope());
    }

    /// <summary>Number of samples: the size of the first axis.</summary>
    public override long Count => _tensors[0].Sizes[0];

    /// <summary>Views of the rows of that number.</summary>
    public IList<Tensor> this[long index] => GetTensor(index);

    /// <summary>Views of the rows of that number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such sample.</exception>
    public override IList<Tensor> GetTensor(long index) => Array.ConvertAll(_tensors, tensor => Views.Select(tensor, 0, index));

    /// <summary>Copies of rows, one tensor for each of the set.</summary>
    internal IList<Tensor> Rows(long[] indices) => Array.ConvertAll(_tensors, tensor => Rows(tensor, indices));

    /// <summary>Gives the set's hold on the memory back; the tensors it was made from keep theirs.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (Tensor tensor in _tensors)
            {
                tensor.Dispose();
            }
        }
        base.Dispose(disposing);
    }

    private static unsafe Tensor Rows(Tensor source, long[] indices)
    {
        long[] sizes = [.. source.Sizes];
        sizes[0] = indices.Length;
        Tensor rows = Tensor.Empty(sizes, source.dtype);
        if (rows.Elements == 0)
        {
            return rows;
        }
        if (!source.IsContiguous)
        {
            for (int i = 0; i < indices.Length; i++)
            {
                using Tensor from = Views.Select(source, 0, indices[i]), to = Views.Select(rows, 0, i);
                Copies.Into(to, from);
            }
            return rows;
        }
        long bytes = rows.Elements / indices.Length * ElementType.Bytes(source.dtype);
        byte* start = source.Pointer, target = rows.Pointer;
        for (int i = 0; i < indices.Length; i++)
        {
            if ((ulong)indices[i] >= (ulong)source.Sizes[0])
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices), $"index {indices[i]} is out of range for a data set of {source.Sizes[0]} samples");
            }
            Buffer.MemoryCopy(start + indices[i] * bytes, target + i * bytes, bytes, bytes);
        }
        return rows;
    }
}
