using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that brings each row of the last axis to mean 0 and variance 1.</summary>
            public static LayerNorm LayerNorm(
                long normalized_shape, double eps = 1e-5, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

            /// <summary>A layer that brings each block of the last axes, of the shape given, to mean 0 and variance 1.</summary>
            public static LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1e-5, bool elementwise_affine = true, bool bias = true,
                    Device? device = null,
                ScalarType? dtype = null) =>
                new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            public static partial class functional
            {
                /// <summary>Each block of the last axes brought to mean 0 and variance 1, scaled and shifted.</summary>
                /// <exception cref="ArgumentException">The input does not end with that shape.</exception>
                public static Tensor layer_norm(
                    Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                    Normalizations.Layer(input, normalized_shape, weight, bias, eps);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Layer normalisation (Ba, Kiros and Hinton, 2016).</summary>
    public sealed class LayerNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal LayerNorm(
            long[] normalized_shape, double eps, bool elementwise_affine, bool bias, torch.Device? device,
            torch.ScalarType? dtype)
            : base(nameof(LayerNorm))
        {
            this.normalized_shape = normalized_shape;
            this.eps = eps;
            this.elementwise_affine = elementwise_affine;
            _weight = elementwise_affine ? new Parameter(torch.ones(normalized_shape, dtype, device)) : null;
            _bias = elementwise_affine && bias ? new Parameter(torch.zeros(normalized_shape, dtype, device)) : null;
            RegisterComponents();
        }

        /// <summary>The shape of a block.</summary>
        public long[] normalized_shape { get; set; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether there are scale and shift.</summary>
        public bool elementwise_affine { get; set; }

        /// <summary>The scale, of the shape of a block.</summary>
        public Parameter weight
        {
            get => _weight!;
            set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
        }

        /// <summary>The shift, of the shape of a block, or null.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
        }

        /// <summary>Sets scale to 1 and shift to 0.</summary>
        public void reset_parameters()
        {
            if (_weight is not null)
            {
                torch.nn.init.ones_(_weight);
            }
            if (_bias is not null)
            {
                torch.nn.init.zeros_(_bias);
            }
        }

        /// <summary>The input with each block normalised.</summary>
        /// <exception cref="ArgumentException">The input does not end with that shape.</exception>
        public override torch.Tensor forward(torch.Tensor tensor) =>
            Normalizations.Layer(tensor, normalized_shape, _weight, _bias, eps);
    }
}
