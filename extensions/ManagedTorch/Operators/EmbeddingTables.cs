using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Tables of learned vectors.</summary>
internal static unsafe class EmbeddingTables
{
    /// <summary>The row that stays 0, counted from 0; -1 for none.</summary>
    /// <exception cref="ArgumentException">Not a table, or no such row.</exception>
    public static long PaddingRow(Tensor table, long? padding)
    {
        if (table.Sizes.Length != 2)
        {
            throw new ArgumentException($"Embeddings parameter is expected to be 2-dimensional, found {Shape.Text(table.Sizes)}");
        }
        long rows = table.Sizes[0];
        return padding is not { } row ? -1
            : row >= -rows && row < rows ? row + (row < 0 ? rows : 0)
            : throw new ArgumentException($"padding_idx {row} must be within num_embeddings {rows}");
    }

    /// <summary>Rows by number; <paramref name="longest"/> shortens those that are used, in the table itself.</summary>
    public static Tensor LookUp(Tensor table, Tensor indices, long padding, double? longest, double norm, bool byFrequency)
    {
        if (longest is { } length)
        {
            Shorten(table, indices, length, norm);
        }
        Tensor y = IndexedAxis.Embedding(table, indices, padding);
        if (!byFrequency || !Tape.Needs(table))
        {
            return y;
        }
        Tensor counts = Frequencies(indices, table.Sizes[0], table.dtype);
        return Tape.Record(Views.Itself(y.detach()), "EmbeddingScaleBackward0", [y], [counts], static (dy, node) =>
            [dy / Views.Unsqueeze(node[0], node[0].Sizes.Length)]);
    }

    private static void Shorten(Tensor table, Tensor indices, double longest, double norm)
    {
        const double Least = 1e-7;    // as PyTorch: added to the length that divides
        using IDisposable off = GradMode.Set(false);
        Tensor places = Copies.AsContiguous(Copies.To(indices, ScalarType.Int64));
        IndexedPlaces.CheckRange(places, 0, table.Sizes[0], "index out of range in self");
        var seen = new HashSet<long>();
        foreach (long row in new ReadOnlySpan<long>(places.Pointer, checked((int)places.Elements)))
        {
            if (seen.Add(row))
            {
                Tensor vector = Views.Select(table, 0, row);
                Tensor size = Norms.Norm(vector, norm, [], keepdim: false);
                double length = size.dtype == ScalarType.Float32 ? *size.Data<float>() : *size.Data<double>();
                if (length > longest)
                {
                    Copies.Into(vector, vector * (longest / (length + Least)));
                }
            }
        }
    }

    // How often the number at each place occurs in all.
    private static Tensor Frequencies(Tensor indices, long rows, ScalarType type)
    {
        Tensor places = Copies.AsContiguous(Copies.To(indices, ScalarType.Int64));
        var counts = new long[rows];
        var numbers = new ReadOnlySpan<long>(places.Pointer, checked((int)places.Elements));
        foreach (long number in numbers)
        {
            counts[number]++;
        }
        Tensor y = Tensor.EmptyLike(places);
        long* at = y.Data<long>();
        for (int i = 0; i < numbers.Length; i++)
        {
            at[i] = counts[numbers[i]];
        }
        return Copies.To(y, type);
    }
}
