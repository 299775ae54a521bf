using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that in training sets each value to 0 with probability p and divides the others by 1 -
            /// p.</summary>
            /// <param name="p">The probability.</param> <param name="inplace">Whether the input itself is changed.</param>
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Each value 0 with probability <paramref name="p"/>, otherwise divided by 1 - p; without
                /// <paramref name="training"/> the input.</summary>
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    Dropouts.OfElements(input, p, training, inplace);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>In training sets each value to 0 with probability p and divides the others by 1 - p; in evaluation it does
    /// nothing.</summary>
    public sealed class Dropout : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Dropout(double p, bool inplace) : base(nameof(Dropout))
        {
            Dropouts.CheckProbability(nameof(Dropout), p);
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability with which a value is dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>What is left, or in evaluation the input.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.dropout(tensor, p, training, inplace);
    }
}
