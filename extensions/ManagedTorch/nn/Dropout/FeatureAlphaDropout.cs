using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that in training sets whole channels to the limit of SELU with probability p and restores mean
            /// and variance.</summary>
            /// <param name="p">The probability.</param>
            public static FeatureAlphaDropout FeatureAlphaDropout(double p = 0.5) => new(p, false);

            /// <summary>A layer that in training sets whole channels to the limit of SELU with probability p and restores mean
            /// and variance.</summary>
            /// <param name="p">The probability.</param> <param name="inplace">Whether the input itself is changed.</param>
            public static FeatureAlphaDropout FeatureAlphaDropout(double p, bool inplace) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Whole channels at the limit of SELU with probability <paramref name="p"/>, mean and variance
                /// restored; without <paramref name="training"/> the input.</summary>
                public static Tensor feature_alpha_dropout(
                    Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                    
                    Dropouts.AlphaOfChannels(input, p, training, inplace);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>In training sets whole channels to the limit of SELU with probability p and restores mean and variance; in
    /// evaluation it does nothing.</summary>
    public sealed class FeatureAlphaDropout : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal FeatureAlphaDropout(double p, bool inplace) : base(nameof(FeatureAlphaDropout))
        {
            Dropouts.CheckProbability(nameof(FeatureAlphaDropout), p);
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability with which a value is dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>What is left, or in evaluation the input.</summary>
        public override torch.Tensor forward(torch.Tensor input) =>
            torch.nn.functional.feature_alpha_dropout(input, p, training, inplace);
    }
}
