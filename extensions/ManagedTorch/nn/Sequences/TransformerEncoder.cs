using TorchSharp.Modules;
using Tensor = TorchSharp.torch.Tensor;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Layers of a transformer's encoder, one after the other; each begins as a copy of
            /// <paramref name="encoder_layer"/>.</summary>
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) =>
                new(encoder_layer, num_layers);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Layers of a transformer's encoder, one after the other.</summary>
    public sealed class TransformerEncoder : torch.nn.Module<Tensor, Tensor, Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor,
        Tensor>,
        torch.nn.IModule<Tensor, Tensor>
    {
        [ComponentName(Name = "layers")]
        private readonly ModuleList<TransformerEncoderLayer> _layers;

        internal TransformerEncoder(TransformerEncoderLayer layer, long layers) : base(nameof(TransformerEncoder))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(layers, "num_layers");
            var copies = new TransformerEncoderLayer[layers];
            for (int i = 0; i < copies.Length; i++)
            {
                copies[i] = layer.Copy();
            }
            _layers = new ModuleList<TransformerEncoderLayer>(copies);
            register_module("layers", _layers);
        }

        /// <summary>Activations of the layers.</summary>
        public enum Activations
        {
            /// <summary>max(x, 0).</summary>
            ReLU = 0,

            /// <summary>x·Φ(x).</summary>
            GELU = 1,
        }

        /// <summary>The sequences (T, N, E) after all layers, with a mask (T, T) and a padding (N, T), each of which may be
        /// null.</summary>
        public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            Tensor x = src;
            foreach (TransformerEncoderLayer layer in _layers)
            {
                x = src_mask is null && src_key_padding_mask is null ? layer.call(x) : layer.call(x, src_mask!,
                    src_key_padding_mask!);
            }
            return x;
        }

        /// <summary>The sequences (T, N, E) after all layers.</summary>
        public Tensor call(Tensor src) => base.call(src, null!, null!);

        /// <summary>With a mask (T, T) as in <see cref="MultiheadAttention"/>.</summary>
        public Tensor call(Tensor src, Tensor src_mask) => base.call(src, src_mask, null!);
    }
}
