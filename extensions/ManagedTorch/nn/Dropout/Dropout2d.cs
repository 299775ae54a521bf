using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that in training sets whole channels of images (N, C, H, W) to 0 with probability p and divides
            /// the others by 1 - p.</summary>
            /// <param name="p">The probability.</param> <param name="inplace">Whether the input itself is changed.</param>
            public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Whole channels of images (N, C, H, W) 0 with probability <paramref name="p"/>, otherwise divided by
                /// 1 - p; without <paramref name="training"/> the input.</summary>
                public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    Dropouts.OfChannels(input, p, training, inplace);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>In training sets whole channels of images (N, C, H, W) to 0 with probability p and divides the others by 1 - p;
    /// in evaluation it does nothing.</summary>
    public sealed class Dropout2d : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Dropout2d(double p, bool inplace) : base(nameof(Dropout2d))
        {
            Dropouts.CheckProbability(nameof(Dropout2d), p);
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability with which a value is dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>What is left, or in evaluation the input.</summary>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.dropout2d(input, p, training, inplace);
    }
}
