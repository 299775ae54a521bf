using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that in training sets values to the limit of SELU with probability p and restores mean and
            /// variance.</summary>
            /// <param name="p">The probability.</param> <param name="inplace">Whether the input itself is changed.</param>
            public static AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Values at the limit of SELU with probability <paramref name="p"/>, mean and variance restored;
                /// without <paramref name="training"/> the input.</summary>
                public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                    Dropouts.Alpha(input, p, training, inplace);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>In training sets values to the limit of SELU with probability p and restores mean and variance; in evaluation it
    /// does nothing.</summary>
    public sealed class AlphaDropout : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal AlphaDropout(double p, bool inplace) : base(nameof(AlphaDropout))
        {
            Dropouts.CheckProbability(nameof(AlphaDropout), p);
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability with which a value is dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>What is left, or in evaluation the input.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) =>
            torch.nn.functional.alpha_dropout(tensor, p, training, inplace);
    }
}
