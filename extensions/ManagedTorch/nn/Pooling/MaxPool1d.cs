using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that keeps the greatest value of each window of sequences (N, C, L).</summary>
            public static MaxPool1d MaxPool1d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            public static partial class functional
            {
                /// <summary>The greatest value of each window of sequences.</summary>
                public static Tensor max_pool1d(
                    Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                        bool ceil_mode = false) =>
                    max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode).output;

                /// <summary>The greatest value of each window of sequences, and its place.</summary>
                public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                    Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                        bool ceil_mode = false)
                {
                    Tensor? indices = null;
                    Tensor values = Batches.OfSequences(input, x =>
                    {
                        (Tensor y, indices) = Pooling.Max(
                            x, (1, (int)kernel_size), (1, (int)(stride ?? kernel_size)), (0, (int)(padding ?? 0)),
                            (1, (int)(dilation ?? 1)),
                            ceil_mode);
                        return y;
                    });
                    return (values, Views.View(indices!, values.Sizes));
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The greatest value of each window of sequences (N, C, L) or (C, L).</summary>
    public sealed class MaxPool1d : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode)
            : base(nameof(MaxPool1d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.dilation = dilation;
            this.ceil_mode = ceil_mode;
        }

        /// <summary>Length of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>Steps from window to window; the length by default.</summary>
        public long? stride { get; set; }

        /// <summary>Values of -∞ at each end.</summary>
        public long? padding { get; set; }

        /// <summary>Distance of the values in a window.</summary>
        public long? dilation { get; set; }

        /// <summary>Whether windows that reach over the end count.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>The greatest values.</summary>
        public override torch.Tensor forward(torch.Tensor input) => forward_with_indices(input).Values;

        /// <summary>The greatest values and their places.</summary>
        public (torch.Tensor Values, torch.Tensor Indices) forward_with_indices(torch.Tensor input) =>
            torch.nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }
}
