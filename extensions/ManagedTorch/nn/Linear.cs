using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A dense layer y = x·Wᵀ + b, x (…, inputSize) to y (…, outputSize).</summary>
            /// <example><code>torch.nn.Linear(28, 64)</code></example>
            public static Linear Linear(
                long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);

            /// <summary>A dense layer with given weight (out, in) and bias (out).</summary>
            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

            public static partial class functional
            {
                /// <summary>x·Wᵀ + b with x (…, in), W (out, in) and b (out).</summary>
                /// <exception cref="ArgumentException">The shapes do not fit; names both.</exception>
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                    MatrixProducts.Linear(input, weights, bias);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A dense layer y = x·Wᵀ + b.</summary>
    public sealed class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal Linear(long inputSize, long outputSize, bool hasBias, torch.Device? device, torch.ScalarType? dtype)
            : this(new Parameter(torch.empty(outputSize, inputSize, dtype, device)),
                hasBias ? new Parameter(torch.empty(outputSize, dtype, device)) : null)
        {
            DefaultInitialization.Reset(weight, bias);
        }

        internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
        {
            in_features = weight.Sizes[1];
            out_features = weight.Sizes[0];
            _weight = weight;
            _bias = bias;
            RegisterComponents();
        }

        /// <summary>Size of an input.</summary>
        public long in_features { get; set; }

        /// <summary>Size of an output.</summary>
        public long out_features { get; set; }

        /// <summary>W (out_features, in_features).</summary>
        public Parameter weight
        {
            get => _weight;
            set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
        }

        /// <summary>b (out_features), or null.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
        }

        /// <summary>x·Wᵀ + b, shape (…, out_features).</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => MatrixProducts.Linear(tensor, _weight, _bias);
    }
}
