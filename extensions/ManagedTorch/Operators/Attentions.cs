using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>How the queries, keys and values of an attention lie in their tensors.</summary>
internal enum AttentionLayout
{
    /// <summary>One tensor (L, N, 3·E): queries, keys, values, each with the heads side by side.</summary>
    Packed,

    /// <summary>Three tensors (L, N, E), (S, N, E), (S, N, E) with the heads side by side.</summary>
    Separate,

    /// <summary>Three tensors (B, L, E), (B, S, E), (B, S, V): one head each.</summary>
    Batched,
}

/// <summary>Scaled dot-product attention as one recorded operation.</summary>
/// <remarks>Second derivatives are not offered.</remarks>
internal static unsafe class Attentions
{
    /// <summary>y = dropout(softmax(q·kᵀ/√E + mask))·v; and on demand the weights after dropout, averaged over heads, (N, L,
    /// S).</summary>
    /// <param name="layout">How the operands lie; y is (L, N, E), or (B, L, V) if batched.</param>
    /// <param name="operands">q, k and v, or all in one tensor.</param> <param name="heads">Number of heads.</param>
    /// <param name="mask">Numbers added to the scores, that broadcast to (N, heads, L, S); null for none.</param>
    /// <param name="p">Probability of dropping a weight.</param>
    /// <param name="needWeights">Whether to give the averaged weights.</param>
    public static (Tensor Y, Tensor? Weights) Attend(
        AttentionLayout layout, ReadOnlySpan<Tensor> operands, int heads, Tensor? mask, double p, bool needWeights) =>
        operands[0].dtype == ScalarType.Float32
            ? Attend<float>(layout, operands, heads, mask, p, needWeights)
            : Attend<double>(layout, operands, heads, mask, p, needWeights);

    private static (Tensor Y, Tensor? Weights) Attend<T>(
        AttentionLayout layout, ReadOnlySpan<Tensor> operands, int heads, Tensor? mask, double p, bool needWeights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor[] own = new Tensor[operands.Length];
        for (int i = 0; i < own.Length; i++)
        {
            own[i] = Copies.AsContiguous(operands[i]);
        }
        AttentionShape shape = ShapeOf(layout, own, heads);
        ScalarType type = own[0].dtype;
        Tensor y = Tensor.Empty(
            layout == AttentionLayout.Batched ? [shape.Batch, shape.Queries, shape.ValueWidth] : [shape.Queries, shape.Batch,
                heads * shape.ValueWidth], type);
        Tensor weights = Tensor.Empty([shape.Pairs, shape.Queries, shape.Row], type);
        Tensor? dropped = p > 0 ? DrawMask(shape, p) : null;
        Tensor? expanded = mask is null ? null : Views.Expand(mask.detach(), [shape.Batch, shape.Heads, shape.Queries,
            shape.Keys]);
        double scale = 1 / Math.Sqrt(shape.Width);
        (HeadView<T> q, HeadView<T> k, HeadView<T> v) = Operands<T>(layout, shape, own);
        Attention.Forward(
            shape, q, k, v, MaskView<T>(expanded), DropoutView<T>(dropped, p), T.CreateTruncating(scale), weights.Data<T>(),
                ResultView<T>(layout, shape, y));
        Tensor? average = null;
        if (needWeights)
        {
            average = Tensor.Empty([shape.Batch, shape.Queries, shape.Keys], type);
            Attention.Average(shape, weights.Data<T>(), DropoutView<T>(dropped, p), average.Data<T>());
        }
        Tensor[] results = average is null ? [y] : [y, average];
        Tensor[] inputs = mask is null ? own : [.. own, mask];
        Tensor[] saved = dropped is null ? [.. own, weights] : [.. own, weights, dropped];
        Tape.RecordMany(results, "ScaledDotProductAttentionBackward0", inputs, saved, (dys, node) =>
            Backward<T>(layout, shape, p, dys, node));
        return (y, average);
    }

    private static Tensor?[] Backward<T>(AttentionLayout layout, AttentionShape shape, double p, Tensor?[] dys, Node node)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int operands = layout == AttentionLayout.Packed ? 1 : 3;
        var own = new Tensor[operands];
        var gradients = new Tensor?[node.Edges.Length];
        for (int i = 0; i < operands; i++)
        {
            own[i] = node[i];
            gradients[i] = Tensor.EmptyLike(own[i]);
        }
        Tensor weights = node[operands];
        Tensor? dropped = p > 0 ? node[operands + 1] : null;
        Tensor dy = dys[0] is { } given
            ? Copies.AsContiguous(given.detach())
            : Creation.Full(layout == AttentionLayout.Batched
                ? [shape.Batch, shape.Queries, shape.ValueWidth] : [shape.Queries, shape.Batch, shape.Heads * shape.ValueWidth],
                    0, own[0].dtype);
        Tensor? dAverage = dys.Length > 1 && dys[1] is { } averaged ? Copies.AsContiguous(averaged.detach()) : null;
        Tensor? dScores = gradients.Length > operands && node.Needs(operands) ? Tensor.EmptyLike(weights) : null;
        (HeadView<T> q, HeadView<T> k, HeadView<T> v) = Operands<T>(layout, shape, own);
        (HeadView<T> dq, HeadView<T> dk, HeadView<T> dv) = Operands<T>(layout, shape, gradients!);
        Attention.Backward(
            shape, q, k, v, DropoutView<T>(dropped, p), T.CreateTruncating(1 / Math.Sqrt(shape.Width)), weights.Data<T>(),
                ResultView<T>(layout, shape, dy),
            dAverage is null ? null : dAverage.Data<T>(), dq, dk, dv, dScores is null ? null : dScores.Data<T>());
        if (dScores is not null)
        {
            Tensor full = Views.Slice(
                Views.View(dScores, [shape.Batch, shape.Heads, shape.Queries, shape.Row]), 3, 0, shape.Keys, 1);
            gradients[operands] = Reductions.SumTo(full, node.SizesOf(operands));
        }
        return FirstOrder.Only("scaled_dot_product_attention", gradients, GradMode.Enabled ? [.. own, dy] : []);
    }

    private static AttentionShape ShapeOf(AttentionLayout layout, Tensor[] x, int heads) => layout switch
    {
        AttentionLayout.Packed =>
            new(Int(x[0].Sizes[1]), heads, Int(x[0].Sizes[0]), Int(x[0].Sizes[0]), Int(x[0].Sizes[2] / 3 / heads),
                Int(x[0].Sizes[2] / 3 / heads)),
        AttentionLayout.Separate =>
            new(Int(x[0].Sizes[1]), heads, Int(x[0].Sizes[0]), Int(x[1].Sizes[0]), Int(x[0].Sizes[2] / heads),
                Int(x[2].Sizes[2] / heads)),
        _ => new(Int(x[0].Sizes[0]), 1, Int(x[0].Sizes[1]), Int(x[1].Sizes[1]), Int(x[0].Sizes[2]), Int(x[2].Sizes[2])),
    };

    private static (HeadView<T> Q, HeadView<T> K, HeadView<T> V) Operands<T>(AttentionLayout layout, AttentionShape shape,
        Tensor[] x) where T : unmanaged
    {
        nint all = shape.Heads * (nint)shape.Width, values = shape.Heads * (nint)shape.ValueWidth;
        switch (layout)
        {
            case AttentionLayout.Packed:
                T* data = x[0].Data<T>();
                nint row = shape.Batch * 3 * all;
                return (new(data, 3 * all, shape.Width, row), new(data + all, 3 * all, shape.Width, row), new(data + 2 * all,
                    3 * all, shape.Width, row));
            case AttentionLayout.Separate:
                return (
                    new(x[0].Data<T>(), all, shape.Width, shape.Batch * all),
                    new(x[1].Data<T>(), all, shape.Width, shape.Batch * all),
                    new(x[2].Data<T>(), values, shape.ValueWidth, shape.Batch * values));
            default:
                return (
                    new(x[0].Data<T>(), shape.Queries * all, 0, all),
                    new(x[1].Data<T>(), shape.Keys * all, 0, all),
                    new(x[2].Data<T>(), shape.Keys * values, 0, values));
        }
    }

    private static HeadView<T> ResultView<T>(AttentionLayout layout, AttentionShape shape, Tensor y) where T : unmanaged
    {
        nint all = shape.Heads * (nint)shape.ValueWidth;
        return layout == AttentionLayout.Batched
            ? new(y.Data<T>(), shape.Queries * all, 0, all)
            : new(y.Data<T>(), all, shape.ValueWidth, shape.Batch * all);
    }

    private static ScoreMask<T> MaskView<T>(Tensor? mask) where T : unmanaged => mask is null
        ? default
        : new(mask.Data<T>(), (nint)mask.Strides[0], (nint)mask.Strides[1], (nint)mask.Strides[2], (nint)mask.Strides[3]);

    private static WeightDropout<T> DropoutView<T>(Tensor? dropped, double p) where T : unmanaged, INumberBase<T> =>
        dropped is null ? default : new(dropped.Data<byte>(), p == 1 ? T.Zero : T.CreateTruncating(1 / (1 - p)));

    // Rows are read eight bytes at a time: the bytes behind the last row must exist.
    private static Tensor DrawMask(AttentionShape shape, double p)
    {
        long count = (long)shape.Pairs * shape.Queries * shape.Keys;
        Tensor mask = Tensor.Empty([count + 8], ScalarType.Byte);
        Dropouts.DrawMask(Views.Slice(mask, 0, 0, count, 1), p);
        return mask;
    }

    private static int Int(long size) => checked((int)size);
}
