using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that cuts x to <paramref name="min_val"/> … <paramref name="max_val"/>.</summary>
            public static Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                new(min_val, max_val, inplace);

            public static partial class functional
            {
                /// <summary>x cut to <paramref name="min_val"/> … <paramref name="max_val"/>.</summary>
                public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                    inplace ? x.hardtanh_(min_val, max_val) : x.hardtanh(min_val, max_val);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer that cuts x to min_val … max_val.</summary>
    public sealed class Hardtanh : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Hardtanh(double min_val, double max_val, bool inplace) : base(nameof(Hardtanh))
        {
            this.min_val = min_val;
            this.max_val = max_val;
            this.inplace = inplace;
        }

        /// <summary>The lower bound.</summary>
        public double min_val { get; set; }

        /// <summary>The upper bound.</summary>
        public double max_val { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) =>
            torch.nn.functional.hardtanh(tensor, min_val, max_val, inplace);
    }
}
