using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer y[o] = x1ᵀ·W[o]·x2 + b[o].</summary>
            public static Bilinear Bilinear(
                long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(in1_features, in2_features, out_features, hasBias, device, dtype);

            public static partial class functional
            {
                /// <summary>x1ᵀ·W[o]·x2 + b[o] with x1 (…, I), x2 (…, J), W (O, I, J) and b (O).</summary>
                /// <exception cref="ArgumentException">The shapes do not fit.</exception>
                public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                    Operators.BilinearProducts.Of(input1, input2, weight, bias);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer y[o] = x1ᵀ·W[o]·x2 + b[o].</summary>
    public sealed class Bilinear : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal Bilinear(
            long in1_features, long in2_features, long out_features, bool hasBias, torch.Device? device, torch.ScalarType? dtype)
            : base(nameof(Bilinear))
        {
            this.in1_features = in1_features;
            this.in2_features = in2_features;
            this.out_features = out_features;
            _weight = new Parameter(torch.empty(out_features, in1_features, in2_features, dtype, device));
            _bias = hasBias ? new Parameter(torch.empty(out_features, dtype, device)) : null;
            double bound = 1 / Math.Sqrt(in1_features);
            torch.nn.init.uniform_(_weight, -bound, bound);
            if (_bias is not null)
            {
                torch.nn.init.uniform_(_bias, -bound, bound);
            }
            RegisterComponents();
        }

        /// <summary>Size of the first input.</summary>
        public long in1_features { get; set; }

        /// <summary>Size of the second input.</summary>
        public long in2_features { get; set; }

        /// <summary>Size of the output.</summary>
        public long out_features { get; set; }

        /// <summary>W (out_features, in1_features, in2_features).</summary>
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

        /// <summary>The outputs, (…, out_features).</summary>
        public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) =>
            BilinearProducts.Of(input1, input2, _weight, _bias);
    }
}
