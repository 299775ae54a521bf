using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer with x for x &gt; <paramref name="threshold"/>, otherwise <paramref name="value"/>.</summary>
            public static Threshold Threshold(double threshold, double value, bool inplace = false) =>
                new(threshold, value, inplace);

            public static partial class functional
            {
                /// <summary>x for x &gt; <paramref name="threshold"/>, otherwise <paramref name="value"/>.</summary>
                public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                    inplace ? x.threshold_(threshold, value) : x.threshold(threshold, value);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer with x for x above a threshold, otherwise one value.</summary>
    public sealed class Threshold : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Threshold(double threshold, double value, bool inplace) : base(nameof(Threshold))
        {
            this.threshold = threshold;
            this.value = value;
            this.inplace = inplace;
        }

        /// <summary>Up to here x is replaced.</summary>
        public double threshold { get; set; }

        /// <summary>What replaces it.</summary>
        public double value { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) =>
            torch.nn.functional.threshold(tensor, threshold, value, inplace);
    }
}
