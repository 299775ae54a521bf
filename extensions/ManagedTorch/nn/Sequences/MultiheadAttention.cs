using TorchSharp.Modules;
using TorchSharp.Operators;
using TorchSharp.Tensors;
using Tensor = TorchSharp.torch.Tensor;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Attention with several heads: each looks with its own projections of queries, keys and values.</summary>
            /// <param name="embedded_dim">Width E of queries and results.</param>
            /// <param name="num_heads">Heads, which share the width.</param>
            /// <param name="dropout">Probability of dropping an attention weight, in training.</param>
            /// <param name="bias">Whether the projections have biases.</param>
            /// <param name="add_bias_kv">Whether a learned key and value are added to each sequence.</param>
            /// <param name="add_zero_attn">Whether a key and value of zeros are added.</param>
            /// <param name="kdim">Width of keys; E if null.</param> <param name="vdim">Width of values; E if null.</param>
            /// <exception cref="ArgumentException">The width is no multiple of the heads.</exception>
            public static MultiheadAttention MultiheadAttention(
                long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false,
                    bool add_zero_attn = false,
                long? kdim = null, long? vdim = null) =>
                new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim ?? embedded_dim,
                    vdim ?? embedded_dim);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Attention with several heads (Vaswani and others, 2017); second derivatives are not offered.</summary>
    public sealed class MultiheadAttention : torch.nn.Module<Tensor, Tensor, Tensor, Tensor, bool, Tensor, Tuple<Tensor, Tensor>>
    {
        private readonly AttentionProjections _projections;
        private readonly int _heads;
        private readonly double _dropout;
        private readonly bool _addZero;

        internal MultiheadAttention(
            long width, long heads, double dropout, bool bias, bool addBias, bool addZero, long keyWidth, long valueWidth)
            : base(nameof(MultiheadAttention))
        {
            if (heads <= 0 || width <= 0 || width % heads != 0)
            {
                throw new ArgumentException(
                    $"MultiheadAttention: embed_dim must be divisible by num_heads, got {width} and {heads}");
            }
            Dropouts.CheckProbability("MultiheadAttention", dropout);
            (_heads, _dropout, _addZero) = (checked((int)heads), dropout, addZero);
            _projections = AttentionProjections.Create(width, keyWidth, valueWidth, bias, addBias);
            _projections.Register(register_parameter, register_module);
        }

        private MultiheadAttention(MultiheadAttention source) : base(nameof(MultiheadAttention))
        {
            (_heads, _dropout, _addZero) = (source._heads, source._dropout, source._addZero);
            _projections = source._projections.Copy();
            _projections.Register(register_parameter, register_module);
        }

        /// <summary>Attends with masks; see <see cref="call"/>.</summary>
        public override Tuple<Tensor, Tensor> forward(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
        {
            (Tensor y, Tensor? weights) = Attend(query, key, value, key_padding_mask, need_weights, attn_mask);
            return new(y, weights!);
        }

        /// <summary>For each query the mean of the values, weighted by how well their keys fit.</summary>
        /// <param name="query">(L, N, E), or (L, E) without a batch.</param>
        /// <param name="key">(S, N, kdim).</param>
        /// <param name="value">(S, N, vdim).</param>
        /// <param name="key_padding_mask">(N, S), true for keys to leave out.</param>
        /// <param name="need_weights">Whether to give the weights.</param>
        /// <param name="attn_mask">(L, S) or (N·heads, L, S): true for pairs that may not meet, or numbers to add to the
        /// scores.</param>
        /// <returns>Results (L, N, E), and the weights averaged over heads (N, L, S), or null.</returns>
        /// <exception cref="ArgumentException">A shape does not fit.</exception>
        public new Tuple<Tensor, Tensor> call(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true,
                Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask!, need_weights, attn_mask!);

        /// <summary>The same layer with copies of the parameters.</summary>
        internal MultiheadAttention Copy() => new(this);

        /// <summary>As <see cref="call"/>, with null for weights that nobody needs.</summary>
        internal (Tensor Y, Tensor? Weights) Attend(Tensor query, Tensor key, Tensor value, Tensor? padding, bool needWeights,
            Tensor? mask)
        {
            if (query.Sizes.Length == 2)
            {
                Tensor q = Views.Unsqueeze(query, 1);
                Tensor k = ReferenceEquals(key, query) ? q : Views.Unsqueeze(key, 1);
                Tensor v = ReferenceEquals(value, query) ? q : Views.Unsqueeze(value, 1);
                (Tensor one, Tensor? weightsOfOne) = Attend(q, k, v, padding is null ? null : Views.Unsqueeze(padding, 0),
                    needWeights, mask);
                return (Views.Squeeze(one, 1), weightsOfOne is null ? null : Views.Squeeze(weightsOfOne, 0));
            }
            _projections.CheckShapes(query, key, value);
            int extraKeys = (_projections.HasExtraKey ? 1 : 0) + (_addZero ? 1 : 0);
            double p = training ? _dropout : 0;
            Tensor? scores = AttentionMasks.Merge(
                mask, padding, query.dtype, query.Sizes[1], _heads, query.Sizes[0], key.Sizes[0], extraKeys);
            bool packed = ReferenceEquals(key, query) && ReferenceEquals(value, query) && extraKeys == 0 && _projections.IsPacked;
            (Tensor y, Tensor? weights) = packed
                ? Attentions.Attend(AttentionLayout.Packed, [_projections.Packed(query)], _heads, scores, p, needWeights)
                : Attentions.Attend(AttentionLayout.Separate, _projections.Separate(query, key, value, _addZero), _heads, scores,
                    p, needWeights);
            return (_projections.Out(y), weights);
        }
    }
}
