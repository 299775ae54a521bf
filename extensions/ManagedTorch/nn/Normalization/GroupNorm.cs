using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that brings each group of channels of each example of (N, C, …) to mean 0 and variance
            /// 1.</summary>
            public static GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1e-5, bool affine = true, Device? device = null,
                    ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);

            public static partial class functional
            {
                /// <summary>Each group of channels of each example of (N, C, …) brought to mean 0 and variance 1, scaled and
                /// shifted.</summary>
                /// <exception cref="ArgumentException">The channels cannot be divided into the groups.</exception>
                public static Tensor group_norm(
                    Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                    Normalizations.Group(input, num_groups, weight, bias, eps);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Group normalisation (Wu and He, 2018).</summary>
    public sealed class GroupNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal GroupNorm(
            long num_groups, long num_channels, double eps, bool affine, torch.Device? device, torch.ScalarType? dtype)
            : base(nameof(GroupNorm))
        {
            if (num_groups < 1 || num_channels % num_groups != 0)
            {
                throw new ArgumentException(
                    $"GroupNorm: num_channels ({num_channels}) must be divisible by num_groups ({num_groups})");
            }
            this.num_groups = num_groups;
            this.eps = eps;
            this.affine = affine;
            _weight = affine ? new Parameter(torch.ones(num_channels, dtype, device)) : null;
            _bias = affine ? new Parameter(torch.zeros(num_channels, dtype, device)) : null;
            RegisterComponents();
        }

        /// <summary>Number of groups.</summary>
        public long num_groups { get; set; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether there are scale and shift.</summary>
        public bool affine { get; set; }

        /// <summary>The scale (C).</summary>
        public Parameter weight
        {
            get => _weight!;
            set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
        }

        /// <summary>The shift (C), or null.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
        }

        /// <summary>The input with each group normalised.</summary>
        /// <exception cref="ArgumentException">The channels cannot be divided into the groups.</exception>
        public override torch.Tensor forward(torch.Tensor tensor) =>
            Normalizations.Group(tensor, num_groups, _weight, _bias, eps);
    }
}
