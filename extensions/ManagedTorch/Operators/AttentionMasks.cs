using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Masks of attention as numbers that are added to the scores: 0 for a pair that may meet, -∞ for one that may
/// not.</summary>
internal static unsafe class AttentionMasks
{
    /// <summary>Numbers of type <paramref name="type"/>: a float mask itself, of a bool mask -∞ where it is
    /// <paramref name="forbidden"/>.</summary>
    public static Tensor Numbers(string operation, Tensor mask, ScalarType type, bool forbidden)
    {
        if (ElementType.IsFloating(mask.dtype))
        {
            return Copies.To(mask, type);
        }
        if (mask.dtype is not (ScalarType.Bool or ScalarType.Byte))
        {
            throw new ArgumentException(
                $"{operation}: Only float, byte, and bool types are supported for masks, not {ElementType.Name(mask.dtype)}");
        }
        Tensor flags = Copies.AsContiguous(mask), numbers = Creation.Full(mask.Sizes, 0, type);
        byte* flag = flags.Data<byte>();
        for (long i = 0; i < flags.Elements; i++)
        {
            if (flag[i] != 0 == forbidden)
            {
                if (type == ScalarType.Float32)
                {
                    numbers.Data<float>()[i] = float.NegativeInfinity;
                }
                else
                {
                    numbers.Data<double>()[i] = double.NegativeInfinity;
                }
            }
        }
        return numbers;
    }

    /// <summary>
    /// A mask (L, S) or (N·heads, L, S) and a padding (N, S), true for what is left out, together, shaped to broadcast to (N,
    /// heads, L, S);
    /// <paramref name="extraKeys"/> keys behind the others are never left out. Null if there is neither.
    /// </summary>
    public static Tensor? Merge(
        Tensor? mask, Tensor? padding, ScalarType type, long batch, long heads, long queries, long keys, int extraKeys)
    {
        Tensor? sum = null;
        if (mask is not null)
        {
            bool perHead = mask.Sizes.Length == 3;
            long[] expected = perHead ? [batch * heads, queries, keys] : [queries, keys];
            Check("attn_mask", mask, expected);
            Tensor numbers = WithExtraKeys(Numbers("MultiheadAttention", mask, type, forbidden: true), extraKeys);
            sum = Views.View(Copies.AsContiguous(numbers), perHead ? [batch, heads, queries, keys + extraKeys] : [1, 1, queries,
                keys + extraKeys]);
        }
        if (padding is not null)
        {
            Check("key_padding_mask", padding, [batch, keys]);
            Tensor numbers = WithExtraKeys(Numbers("MultiheadAttention", padding, type, forbidden: true), extraKeys);
            Tensor shaped = Views.View(Copies.AsContiguous(numbers), [batch, 1, 1, keys + extraKeys]);
            sum = sum is null ? shaped : Arithmetic.Add(sum, shaped);
        }
        return sum;
    }

    private static void Check(string name, Tensor mask, long[] expected)
    {
        if (!mask.Sizes.AsSpan().SequenceEqual(expected))
        {
            throw new ArgumentException(
                $"MultiheadAttention: The shape of {name} is {Shape.Text(mask.Sizes)}, but should be {Shape.Text(expected)}.");
        }
    }

    private static Tensor WithExtraKeys(Tensor numbers, int extraKeys) => extraKeys == 0
        ? numbers
        : Joining.Cat([numbers, Creation.Full([.. numbers.Sizes[..^1], extraKeys], 0, numbers.dtype)], numbers.Sizes.Length - 1);

    /// <summary>(L, S) with -∞ where the key comes later than the query.</summary>
    public static Tensor Causal(long queries, long keys, ScalarType type)
    {
        Tensor later = Tensor.Empty([queries, keys], ScalarType.Bool);
        byte* flag = later.Data<byte>();
        for (long i = 0; i < later.Elements; i++)
        {
            flag[i] = i % keys > i / keys ? (byte)1 : (byte)0;
        }
        return Numbers("causal mask", later, type, forbidden: true);
    }
}
