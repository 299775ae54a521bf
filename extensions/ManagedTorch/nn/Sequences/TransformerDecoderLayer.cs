using TorchSharp.Modules;
using TorchSharp.Operators;
using Tensor = TorchSharp.torch.Tensor;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A layer of a transformer's decoder: attention of a sequence to itself and to the encoder's result, then two dense
            /// layers, each
            /// added and normalised.
            /// </summary>
            /// <param name="d_model">Width E.</param>
            /// <param name="nhead">Heads.</param>
            /// <param name="dim_feedforward">Width between the dense layers.</param>
            /// <param name="dropout">Probability of dropping a value, in training.</param>
            /// <param name="activation">ReLU or GELU.</param>
            public static TransformerDecoderLayer TransformerDecoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1,
                    Activations activation = Activations.ReLU) =>
                new(d_model, nhead, dim_feedforward, dropout, activation);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer of a transformer's decoder (Vaswani and others, 2017).</summary>
    public sealed class TransformerDecoderLayer : torch.nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>,
        torch.nn.IModule<Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = "self_attn")]
        private readonly MultiheadAttention _attention;

        [ComponentName(Name = "multihead_attn")]
        private readonly MultiheadAttention _memoryAttention;

        [ComponentName(Name = "linear1")]
        private readonly Linear _first;

        [ComponentName(Name = "linear2")]
        private readonly Linear _second;

        [ComponentName(Name = "norm1")]
        private readonly LayerNorm _norm1;

        [ComponentName(Name = "norm2")]
        private readonly LayerNorm _norm2;

        [ComponentName(Name = "norm3")]
        private readonly LayerNorm _norm3;

        private readonly double _dropout;
        private readonly torch.nn.Activations _activation;

        internal TransformerDecoderLayer(long width, long heads, long feedForward, double dropout,
            torch.nn.Activations activation)
            : this(
                torch.nn.MultiheadAttention(width, heads, dropout), torch.nn.MultiheadAttention(width, heads, dropout),
                torch.nn.Linear(width, feedForward), torch.nn.Linear(feedForward, width),
                torch.nn.LayerNorm(width), torch.nn.LayerNorm(width), torch.nn.LayerNorm(width), dropout, activation)
        {
        }

        private TransformerDecoderLayer(
            MultiheadAttention attention, MultiheadAttention memoryAttention, Linear first, Linear second,
            LayerNorm norm1, LayerNorm norm2, LayerNorm norm3, double dropout, torch.nn.Activations activation)
                : base(nameof(TransformerDecoderLayer))
        {
            Dropouts.CheckProbability(nameof(TransformerDecoderLayer), dropout);
            (_attention, _memoryAttention, _first, _second) = (attention, memoryAttention, first, second);
            (_norm1, _norm2, _norm3, _dropout, _activation) = (norm1, norm2, norm3, dropout, activation);
            register_module("self_attn", attention);
            register_module("multihead_attn", memoryAttention);
            register_module("linear1", first);
            register_module("linear2", second);
            register_module("norm1", norm1);
            register_module("norm2", norm2);
            register_module("norm3", norm3);
        }

        /// <summary>The sequences tgt (T, N, E) after the layer, which also looks at memory (S, N, E); masks may be
        /// null.</summary>
        /// <param name="tgt">The sequences.</param> <param name="memory">The encoder's result.</param>
        /// <param name="tgt_mask">(T, T), as in <see cref="MultiheadAttention"/>.</param>
        /// <param name="memory_mask">(T, S).</param>
        /// <param name="tgt_key_padding_mask">(N, T), true for steps to leave out.</param>
        /// <param name="memory_key_padding_mask">(N, S), likewise.</param>
        public override Tensor forward(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask,
                Tensor? memory_key_padding_mask)
        {
            double p = training ? _dropout : 0;
            (Tensor attended, _) = _attention.Attend(tgt, tgt, tgt, tgt_key_padding_mask, needWeights: false, tgt_mask);
            Tensor x = FeedForward.AddAndNormalize(_norm1, tgt, attended, p);
            (attended, _) = _memoryAttention.Attend(x, memory, memory, memory_key_padding_mask, needWeights: false, memory_mask);
            x = FeedForward.AddAndNormalize(_norm2, x, attended, p);
            return FeedForward.AddAndNormalize(_norm3, x, FeedForward.Run(_first, _second, _activation, x, p), p);
        }

        /// <summary>Without masks.</summary>
        public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);

        /// <summary>As <see cref="forward"/>, with hooks.</summary>
        public new Tensor call(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null) =>
            base.call(tgt, memory, tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);

        /// <summary>The same layer with copies of the parameters.</summary>
        internal TransformerDecoderLayer Copy() => new(
            _attention.Copy(), _memoryAttention.Copy(), AttentionProjections.CopyOf(_first), AttentionProjections.CopyOf(_second),
            FeedForward.CopyOf(_norm1), FeedForward.CopyOf(_norm2), FeedForward.CopyOf(_norm3), _dropout, _activation);
    }
}
