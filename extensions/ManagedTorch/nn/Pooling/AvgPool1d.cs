using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that gives the mean of each window of sequences (N, C, L).</summary>
            public static AvgPool1d AvgPool1d(
                long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad);

            public static partial class functional
            {
                /// <summary>The mean of each window of sequences.</summary>
                public static Tensor avg_pool1d(
                    Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                    bool count_include_pad = true) =>
                    Batches.OfSequences(input, x => Pooling.Average(
                        x, (1, (int)kernel_size), (1, (int)(stride ?? kernel_size)), (0, (int)(padding ?? 0)), ceil_mode,
                            count_include_pad, 0));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The mean of each window of sequences (N, C, L) or (C, L).</summary>
    public sealed class AvgPool1d : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal AvgPool1d(long kernel_size, long? stride, long? padding, bool ceil_mode, bool count_include_pad)
            : base(nameof(AvgPool1d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.ceil_mode = ceil_mode;
            this.count_include_pad = count_include_pad;
        }

        /// <summary>Length of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>Steps from window to window; the length by default.</summary>
        public long? stride { get; set; }

        /// <summary>Zeros at each end.</summary>
        public long? padding { get; set; }

        /// <summary>Whether windows that reach over the end count.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether zeros of the padding count in the mean.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>The means.</summary>
        public override torch.Tensor forward(torch.Tensor input) =>
            torch.nn.functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
    }
}
