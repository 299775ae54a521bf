using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>One layer of a recurrent network over a whole sequence, all its directions at once, as one recorded
/// operation.</summary>
/// <remarks>Second derivatives are not offered.</remarks>
internal static unsafe class Recurrences
{
    /// <summary>Runs a layer over x (T, N, I); gives y (T, N, D·H), the last hidden states (D, N, H) and the last cell states or
    /// null.</summary>
    /// <param name="x">The sequences.</param>
    /// <param name="weights">For each of the D directions W_ih (·H, I), W_hh (·H, H) and, with <paramref name="bias"/>, b_ih and
    /// b_hh.</param>
    /// <param name="bias">Whether there are biases.</param>
    /// <param name="h0">First hidden states (D, N, H), or null for zeros.</param>
    /// <param name="c0">First cell states (D, N, H), or null for zeros; only for a cell that has them.</param>
    public static (Tensor Y, Tensor H, Tensor? C) Layer<TCell>(Tensor x, ReadOnlySpan<Tensor> weights, bool bias, Tensor? h0,
        Tensor? c0)
        where TCell : struct, ICell
    {
        string name = Name<TCell>();
        FloatingTypes.RequireSame(name, x, weights[0], h0);
        FloatingTypes.RequireSame(name, x, c0);
        return x.dtype == ScalarType.Float32 ? Layer<TCell, float>(x, weights, bias, h0, c0) : Layer<TCell, double>(x, weights,
            bias, h0, c0);
    }

    private static (Tensor Y, Tensor H, Tensor? C) Layer<TCell, T>(Tensor input, ReadOnlySpan<Tensor> weights, bool bias,
        Tensor? h0, Tensor? c0)
        where TCell : struct, ICell where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int each = bias ? 4 : 2, directions = weights.Length / each;
        Tensor x = Copies.AsContiguous(input);
        var shape = new RecurrentShape(checked((int)x.Sizes[0]), checked((int)x.Sizes[1]), checked((int)weights[1].Sizes[1]),
            directions);
        long[] stateSizes = [directions, shape.Batch, shape.Hidden];
        Tensor hidden0 = h0 is null ? Creation.Full(stateSizes, 0, x.dtype) : Copies.AsContiguous(h0);
        Tensor cell0 = !TCell.HasState ? hidden0 : c0 is null ? Creation.Full(stateSizes, 0, x.dtype) : Copies.AsContiguous(c0);
        Tensor gates = Tensor.Empty([directions, shape.Steps, shape.Batch, TCell.Blocks * shape.Hidden], x.dtype);
        Tensor states = TCell.HasState ? Tensor.Empty([directions, shape.Steps, shape.Batch, shape.Hidden], x.dtype) : gates;
        Tensor y = Tensor.Empty([shape.Steps, shape.Batch, directions * shape.Hidden], x.dtype);
        Tensor h = Tensor.Empty(stateSizes, x.dtype);
        Tensor? c = TCell.HasState ? Tensor.Empty(stateSizes, x.dtype) : null;
        var job = new RecurrentJob<TCell, T>(shape, checked((int)x.Sizes[2]), x.Data<T>(), y.Data<T>(), gates.Data<T>(),
            states.Data<T>(),
            hidden0.Data<T>(), cell0.Data<T>());
        using (Tensor packed = Tensor.Empty([directions * job.PackedValues], x.dtype))
        {
            for (int d = 0; d < directions; d++)
            {
                ReadOnlySpan<Tensor> own = weights.Slice(d * each, each);
                job.Project(d, Data<T>(own[0]), bias ? Data<T>(own[2]) : null, bias ? Data<T>(own[3]) : null);
                job.PackForward(d, Data<T>(own[1]), packed.Data<T>());
            }
            job.Forward(h.Data<T>(), c is null ? null : c.Data<T>());
        }
        Tensor[] inputs = [x, .. weights, .. h0 is null ? [] : (ReadOnlySpan<Tensor>)[hidden0], .. c0 is null ? []
            : (ReadOnlySpan<Tensor>)[cell0]];
        Tensor[] results = c is null ? [y, h] : [y, h, c];
        bool hasH0 = h0 is not null, hasC0 = c0 is not null;
        Tape.RecordMany(results, Name<TCell>() + "Backward0", inputs, [y, gates, states, hidden0, cell0, x, .. weights], (dys,
            node) =>
            Backward<TCell, T>(dys, node, shape, bias, hasH0, hasC0));
        return (y, h, c);
    }

    private static Tensor?[] Backward<TCell, T>(Tensor?[] dys, Node node, RecurrentShape shape, bool bias, bool hasH0, bool hasC0)
        where TCell : struct, ICell where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int SavedWeights = 6;
        int each = bias ? 4 : 2, directions = shape.Directions;
        Tensor y = node[0], gates = node[1], x = node[5];
        long[] stateSizes = node[3].Sizes;
        var job = new RecurrentJob<TCell, T>(shape, checked((int)x.Sizes[2]), x.Data<T>(), y.Data<T>(), gates.Data<T>(),
            node[2].Data<T>(),
            node[3].Data<T>(), node[4].Data<T>());
        Tensor? dy = dys[0] is { } given ? Copies.AsContiguous(given.detach()) : null;
        Tensor dGates = Tensor.EmptyLike(gates), dh = OwnCopy(dys[1], stateSizes, x.dtype);
        Tensor? dc = TCell.HasState ? OwnCopy(dys[2], stateSizes, x.dtype) : null;
        using (Tensor packed = Tensor.Empty([directions * job.PackedValues], x.dtype))
        {
            for (int d = 0; d < directions; d++)
            {
                job.PackBackward(d, Data<T>(node[SavedWeights + d * each + 1]), packed.Data<T>());
            }
            job.Backward(dGates.Data<T>(), dy is null ? null : dy.Data<T>(), dh.Data<T>(), dc is null ? null : dc.Data<T>());
        }
        var gradients = new Tensor?[node.Edges.Length];
        gradients[0] = node.Needs(0) ? Tensor.EmptyLike(x) : null;
        for (int d = 0; d < directions; d++)
        {
            int first = 1 + d * each;
            if (gradients[0] is { } dx)
            {
                job.InputGradient(d, Data<T>(node[SavedWeights + d * each]), dx.Data<T>());
            }
            for (int i = 0; i < each; i++)
            {
                gradients[first + i] = node.Needs(first + i) ? Tensor.Empty(node.SizesOf(first + i), x.dtype) : null;
            }
            job.WeightGradients(d, Data<T>(gradients[first]), Data<T>(gradients[first + 1]), hasH0);
            if (bias)
            {
                job.BiasGradients(d, Data<T>(gradients[first + 2]), Data<T>(gradients[first + 3]));
            }
        }
        int next = 1 + directions * each;
        if (hasH0)
        {
            gradients[next++] = dh;
        }
        if (hasC0)
        {
            gradients[next] = dc;
        }
        return FirstOrder.Only(Name<TCell>(), gradients, Sources(dys, node, SavedWeights));
    }

    // What a second derivative would go through: the gradients that came in, the input and the weights.
    private static Tensor[] Sources(Tensor?[] dys, Node node, int savedWeights)
    {
        if (!GradMode.Enabled)
        {
            return [];
        }
        var sources = new List<Tensor> { node[5], node[savedWeights], node[savedWeights + 1] };
        foreach (Tensor? dy in dys)
        {
            if (dy is not null)
            {
                sources.Add(dy);
            }
        }
        return [.. sources];
    }

    private static Tensor OwnCopy(Tensor? dy, long[] sizes, ScalarType type) =>
        dy is null ? Creation.Full(sizes, 0, type) : Copies.Contiguous(dy.detach());

    private static T* Data<T>(Tensor? tensor) where T : unmanaged =>
        tensor is null ? null : tensor.IsContiguous ? tensor.Data<T>() : Copies.Contiguous(tensor.detach()).Data<T>();

    private static string Name<TCell>() =>
        typeof(TCell) == typeof(LstmCell) ? "Lstm" : typeof(TCell) == typeof(GruCell) ? "Gru" : "Rnn";
}
