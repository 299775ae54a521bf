using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer with x for x &gt; 0, otherwise w·x with learned w: one for all, or one for each channel (axis
            /// 1).</summary>
            /// <param name="num_parameters">1, or the number of channels.</param> <param name="init">How each w begins.</param>
            /// <param name="device">Where w lies.</param> <param name="dtype">The type of w.</param>
            public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new(num_parameters, init, device, dtype);

            public static partial class functional
            {
                /// <summary>x for x &gt; 0, otherwise weight·x; one weight for all, or one for each channel (axis 1).</summary>
                /// <exception cref="ArgumentException">Another number of weights.</exception>
                public static Tensor prelu(Tensor input, Tensor weight) => Operators.Activations.Prelu(input, weight);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer with x for x &gt; 0, otherwise w·x with learned w (He and others, 2015).</summary>
    public sealed class PReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter _weight;

        internal PReLU(long num_parameters, double init, torch.Device? device, torch.ScalarType? dtype) : base(nameof(PReLU))
        {
            this.num_parameters = num_parameters;
            this.init = init;
            _weight = new Parameter(torch.full(num_parameters, init, dtype ?? torch.get_default_dtype(), device));
            RegisterComponents();
        }

        /// <summary>1, or the number of channels.</summary>
        public long num_parameters { get; }

        /// <summary>How each w began.</summary>
        public double init { get; }

        /// <summary>w (num_parameters).</summary>
        public Parameter weight
        {
            get => _weight;
            set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
        }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => Activations.Prelu(tensor, _weight);
    }
}
