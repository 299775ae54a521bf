using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that gives the means of a given number of bins, whatever the length of the sequences.</summary>
            public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);

            public static partial class functional
            {
                /// <summary>The means of a given number of bins of sequences.</summary>
                public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                    Batches.OfSequences(input, x => Pooling.AdaptiveAverage(x, 1, (int)output_size));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The means of a given number of bins of sequences (N, C, L) or (C, L).</summary>
    public sealed class AdaptiveAvgPool1d : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal AdaptiveAvgPool1d(long output_size) : base(nameof(AdaptiveAvgPool1d)) => this.output_size = output_size;

        /// <summary>Length of the result.</summary>
        public long output_size { get; set; }

        /// <summary>The means.</summary>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.adaptive_avg_pool1d(input, output_size);
    }
}
