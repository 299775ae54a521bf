using TorchSharp.Modules;
using Tensor = TorchSharp.torch.Tensor;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Layers of a transformer's decoder, one after the other; each begins as a copy of
            /// <paramref name="decoder_layer"/>.</summary>
            public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) =>
                new(decoder_layer, num_layers);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Layers of a transformer's decoder, one after the other.</summary>
    public sealed class TransformerDecoder : torch.nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = "layers")]
        private readonly ModuleList<TransformerDecoderLayer> _layers;

        internal TransformerDecoder(TransformerDecoderLayer layer, long layers) : base(nameof(TransformerDecoder))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(layers, "num_layers");
            var copies = new TransformerDecoderLayer[layers];
            for (int i = 0; i < copies.Length; i++)
            {
                copies[i] = layer.Copy();
            }
            _layers = new ModuleList<TransformerDecoderLayer>(copies);
            register_module("layers", _layers);
        }

        /// <summary>The sequences tgt (T, N, E) after all layers, which also look at memory (S, N, E); masks may be
        /// null.</summary>
        public override Tensor forward(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null)
        {
            Tensor x = tgt;
            foreach (TransformerDecoderLayer layer in _layers)
            {
                x = layer.call(x, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
            }
            return x;
        }

        /// <summary>Without masks.</summary>
        public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);

        /// <summary>As <see cref="forward"/>, with hooks.</summary>
        public new Tensor call(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null) =>
            base.call(tgt, memory, tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);
    }
}
