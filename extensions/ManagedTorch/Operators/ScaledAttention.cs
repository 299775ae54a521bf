using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Attention over the last two axes of tensors, whatever axes are before them.</summary>
internal static class ScaledAttention
{
    /// <summary>dropout(softmax(q·kᵀ/√E + mask))·v of q (…, L, E), k (…, S, E), v (…, S, V).</summary>
    public static Tensor Attend(Tensor query, Tensor key, Tensor value, Tensor? mask, double p, bool isCausal)
    {
        const string Name = "scaled_dot_product_attention";
        FloatingTypes.RequireSame(Name, query, key, value);
        Dropouts.CheckProbability(Name, p);
        if (query.Sizes.Length < 2 || key.Sizes.Length < 2 || value.Sizes.Length < 2
            || query.Sizes[^1] != key.Sizes[^1] || key.Sizes[^2] != value.Sizes[^2])
        {
            throw new ArgumentException(
                $"{Name}: expected query (..., L, E), key (..., S, E) and value (..., S, V), got "
                + $"{Shape.Text(query.Sizes)}, {Shape.Text(key.Sizes)} "
                + $"and {Shape.Text(value.Sizes)}");
        }
        if (isCausal && mask is not null)
        {
            throw new ArgumentException($"{Name}: Explicit attn_mask should not be set when is_casual=True");
        }
        long[] batch = Shape.Broadcast(Shape.Broadcast(query.Sizes[..^2], key.Sizes[..^2], Name), value.Sizes[..^2], Name);
        long count = Shape.Elements(batch), queries = query.Sizes[^2], keys = key.Sizes[^2];
        Tensor? numbers = isCausal ? AttentionMasks.Causal(queries, keys, query.dtype)
            : mask is null ? null : AttentionMasks.Numbers(Name, mask, query.dtype, forbidden: false);
        Tensor? scores = numbers is null ? null : MaskOfBatch(numbers, batch, count, queries, keys);
        (Tensor y, _) = Attentions.Attend(
            AttentionLayout.Batched, [Flat(query, batch, count), Flat(key, batch, count), Flat(value, batch, count)], 1, scores,
                p, needWeights: false);
        return Views.View(y, [.. batch, queries, value.Sizes[^1]]);
    }

    private static Tensor Flat(Tensor x, long[] batch, long count)
    {
        long[] sizes = [.. batch, x.Sizes[^2], x.Sizes[^1]];
        Tensor whole = x.Sizes.AsSpan().SequenceEqual(sizes) ? x : Views.Expand(x, sizes);
        return Views.Reshape(whole, [count, x.Sizes[^2], x.Sizes[^1]]);
    }

    // (count or 1, 1, L, S): a mask without batch axes is not copied for each.
    private static Tensor MaskOfBatch(Tensor mask, long[] batch, long count, long queries, long keys)
    {
        if (mask.Sizes.Length <= 2)
        {
            return Views.Expand(mask, [1, 1, queries, keys]);
        }
        return Views.Reshape(Views.Expand(mask, [.. batch, queries, keys]), [count, 1, queries, keys]);
    }
}
