using TorchSharp.Modules;
using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that divides by the size of neighbouring channels (Krizhevsky and others, 2012).</summary>
            public static LocalResponseNorm LocalResponseNorm(
                long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0) =>
                new(size, alpha, beta, k);

            public static partial class functional
            {
                /// <summary>x/(k + α·mean of x² over <paramref name="size"/> neighbouring channels)^β of (N, C, L…).</summary>
                /// <exception cref="ArgumentException">Fewer than three axes.</exception>
                public static Tensor local_response_norm(
                    Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
                {
                    if (input.Sizes.Length < 3 || size < 1)
                    {
                        throw new ArgumentException(
                            $"local_response_norm: Expected 3D or higher dimensionality input and a positive size, found "
                            + $"{Shape.Text(input.Sizes)} and {size}");
                    }
                    // Pairs for the axes behind the channels, then (before, after) for the channels themselves.
                    var pads = new long[2 * (input.Sizes.Length - 1)];
                    (pads[^2], pads[^1]) = (size / 2, (size - 1) / 2);
                    Tensor squares = Borders.Constant(Function.Of<Square>(input), pads, 0),
                        sum = Views.Narrow(squares, 1, 0, input.Sizes[1]);
                    for (long i = 1; i < size; i++)
                    {
                        sum += Views.Narrow(squares, 1, i, input.Sizes[1]);
                    }
                    return input / Powers.Power(sum * (alpha / size) + k, beta);
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Divides by the size of neighbouring channels.</summary>
    public sealed class LocalResponseNorm : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal LocalResponseNorm(long size, double alpha, double beta, double k) : base(nameof(LocalResponseNorm))
        {
            this.size = size;
            this.alpha = alpha;
            this.beta = beta;
            this.k = k;
        }

        /// <summary>Number of neighbouring channels.</summary>
        public long size { get; set; }

        /// <summary>The factor of their mean square.</summary>
        public double alpha { get; set; }

        /// <summary>The power.</summary>
        public double beta { get; set; }

        /// <summary>What is added.</summary>
        public double k { get; set; }

        /// <summary>The divided values.</summary>
        public override torch.Tensor forward(torch.Tensor input) =>
            torch.nn.functional.local_response_norm(input, size, alpha, beta, k);
    }
}
