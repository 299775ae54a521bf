using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that in training sets whole channels of volumes (N, C, D, H, W) to 0 with probability p and
            /// divides the others by 1 - p.</summary>
            /// <param name="p">The probability.</param> <param name="inplace">Whether the input itself is changed.</param>
            public static Dropout3d Dropout3d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Whole channels of volumes (N, C, D, H, W) 0 with probability <paramref name="p"/>, otherwise divided
                /// by 1 - p; without <paramref name="training"/> the input.</summary>
                public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    Dropouts.OfChannels(input, p, training, inplace);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>In training sets whole channels of volumes (N, C, D, H, W) to 0 with probability p and divides the others by 1 -
    /// p; in evaluation it does nothing.</summary>
    public sealed class Dropout3d : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Dropout3d(double p, bool inplace) : base(nameof(Dropout3d))
        {
            Dropouts.CheckProbability(nameof(Dropout3d), p);
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability with which a value is dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>What is left, or in evaluation the input.</summary>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.dropout3d(input, p, training, inplace);
    }
}
