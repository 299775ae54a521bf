using TorchSharp.Modules;
using TorchSharp.Operators;
using Tensor = TorchSharp.torch.Tensor;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer of a transformer's encoder: attention of a sequence to itself, then two dense layers, each added
            /// and normalised.</summary>
            /// <param name="d_model">Width E.</param>
            /// <param name="nhead">Heads.</param>
            /// <param name="dim_feedforward">Width between the dense layers.</param>
            /// <param name="dropout">Probability of dropping a value, in training.</param>
            /// <param name="activation">ReLU or GELU.</param>
            public static TransformerEncoderLayer TransformerEncoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1,
                    Activations activation = Activations.ReLU) =>
                new(d_model, nhead, dim_feedforward, dropout, activation);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer of a transformer's encoder (Vaswani and others, 2017).</summary>
    public sealed class TransformerEncoderLayer : torch.nn.Module<Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor, Tensor,
        Tensor>,
        torch.nn.IModule<Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = "self_attn")]
        private readonly MultiheadAttention _attention;

        [ComponentName(Name = "linear1")]
        private readonly Linear _first;

        [ComponentName(Name = "linear2")]
        private readonly Linear _second;

        [ComponentName(Name = "norm1")]
        private readonly LayerNorm _norm1;

        [ComponentName(Name = "norm2")]
        private readonly LayerNorm _norm2;

        private readonly double _dropout;
        private readonly torch.nn.Activations _activation;

        internal TransformerEncoderLayer(long width, long heads, long feedForward, double dropout,
            torch.nn.Activations activation)
            : this(
                torch.nn.MultiheadAttention(width, heads, dropout), torch.nn.Linear(width, feedForward),
                    torch.nn.Linear(feedForward, width),
                torch.nn.LayerNorm(width), torch.nn.LayerNorm(width), dropout, activation)
        {
        }

        private TransformerEncoderLayer(
            MultiheadAttention attention, Linear first, Linear second, LayerNorm norm1, LayerNorm norm2, double dropout,
            torch.nn.Activations activation) : base(nameof(TransformerEncoderLayer))
        {
            Dropouts.CheckProbability(nameof(TransformerEncoderLayer), dropout);
            (_attention, _first, _second, _norm1, _norm2, _dropout, _activation) = (attention, first, second, norm1, norm2,
                dropout, activation);
            register_module("self_attn", attention);
            register_module("linear1", first);
            register_module("linear2", second);
            register_module("norm1", norm1);
            register_module("norm2", norm2);
        }

        /// <summary>The sequences (T, N, E) after the layer.</summary>
        public override Tensor forward(Tensor src) => Run(src, null, null);

        /// <summary>With a mask (T, T) as in <see cref="MultiheadAttention"/>.</summary>
        public Tensor call(Tensor src, Tensor src_mask) => Run(src, src_mask, null);

        /// <summary>With a mask (T, T) and a padding (N, T), true for steps to leave out; each may be null.</summary>
        public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => Run(src, src_mask, src_key_padding_mask);

        /// <summary>The same layer with copies of the parameters.</summary>
        internal TransformerEncoderLayer Copy() => new(
            _attention.Copy(), AttentionProjections.CopyOf(_first), AttentionProjections.CopyOf(_second),
                FeedForward.CopyOf(_norm1),
            FeedForward.CopyOf(_norm2), _dropout, _activation);

        private Tensor Run(Tensor x, Tensor? mask, Tensor? padding)
        {
            double p = training ? _dropout : 0;
            (Tensor attended, _) = _attention.Attend(x, x, x, padding, needWeights: false, mask);
            x = FeedForward.AddAndNormalize(_norm1, x, attended, p);
            return FeedForward.AddAndNormalize(_norm2, x, FeedForward.Run(_first, _second, _activation, x, p), p);
        }
    }
}
