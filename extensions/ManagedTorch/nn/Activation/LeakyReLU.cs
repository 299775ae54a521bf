using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer with x for x &gt; 0, otherwise <paramref name="negative_slope"/>·x.</summary>
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

            public static partial class functional
            {
                /// <summary>x for x &gt; 0, otherwise <paramref name="negative_slope"/>·x.</summary>
                public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                    inplace ? input.leaky_relu_(negative_slope) : input.leaky_relu(negative_slope);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer max(x, 0) + slope·min(x, 0).</summary>
    public sealed class LeakyReLU : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal LeakyReLU(double negative_slope, bool inplace) : base(nameof(LeakyReLU))
        {
            this.negative_slope = negative_slope;
            this.inplace = inplace;
        }

        /// <summary>The slope below 0.</summary>
        public double negative_slope { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) =>
            torch.nn.functional.leaky_relu(tensor, negative_slope, inplace);
    }
}
