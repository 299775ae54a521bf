using TorchSharp.Autograd;
using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>How weights begin. Each method fills its tensor in place, unrecorded, and returns it.</summary>
        public static partial class init
        {
            /// <summary>Whether the number of inputs or of outputs of a unit sets the scale.</summary>
            public enum FanInOut
            {
                /// <summary>The number of inputs: keeps the variance of the forward pass.</summary>
                FanIn = 0,

                /// <summary>The number of outputs: keeps the variance of the backward pass.</summary>
                FanOut = 1,
            }

            /// <summary>What follows the layer; sets the gain.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing: gain 1.</summary>
                Linear = 0,

                /// <summary>A convolution: gain 1.</summary>
                Conv1D = 1,

                /// <summary>A convolution: gain 1.</summary>
                Conv2D = 2,

                /// <summary>A convolution: gain 1.</summary>
                Conv3D = 3,

                /// <summary>A transposed convolution: gain 1.</summary>
                ConvTranspose1D = 4,

                /// <summary>A transposed convolution: gain 1.</summary>
                ConvTranspose2D = 5,

                /// <summary>A transposed convolution: gain 1.</summary>
                ConvTranspose3D = 6,

                /// <summary>Sigmoid: gain 1.</summary>
                Sigmoid = 7,

                /// <summary>Tanh: gain 5/3.</summary>
                Tanh = 8,

                /// <summary>ReLU: gain √2.</summary>
                ReLU = 9,

                /// <summary>Leaky ReLU with negative slope a: gain √(2/(1 + a²)).</summary>
                LeakyReLU = 10,
            }

            /// <summary>The factor by which weights are scaled for a non-linearity.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + param * param)),
                _ => 1,
            };

            /// <summary>The number of inputs and outputs of a unit of a weight (out, in, kernel…).</summary>
            /// <exception cref="ArgumentException">Fewer than two axes.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                if (tensor.Sizes.Length < 2)
                {
                    throw new ArgumentException(
                        "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions, found "
                        + $"{Shape.Text(tensor.Sizes)}");
                }
                long field = Shape.Elements(tensor.Sizes.AsSpan()[2..]);
                return (tensor.Sizes[1] * field, tensor.Sizes[0] * field);
            }

            /// <summary>Uniform numbers in [low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Fill(tensor, t => Randomness.UniformInto(t, low, high, generator));

            /// <summary>Normal numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Fill(tensor, t => Randomness.NormalInto(t, mean, std, generator));

            /// <summary>Normal numbers, those outside [a, b] drawn again.</summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null) =>
                Fill(tensor, t => Randomness.TruncatedNormalInto(t, mean, std, a, b, generator));

            /// <summary>The same value everywhere.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(tensor, t => t.fill_(val));

            /// <summary>Ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere.</summary>
            /// <exception cref="ArgumentException">Not a matrix.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                RequireMatrix(tensor, nameof(eye_));
                return Fill(tensor, t => t.copy_(eye(t.Sizes[0], t.Sizes[1], t.dtype)));
            }

            /// <summary>A convolution that lets as many channels as possible pass unchanged.</summary>
            /// <exception cref="ArgumentException">Not a weight of a convolution.</exception>
            public static Tensor dirac_(Tensor tensor)
            {
                if (tensor.Sizes.Length is < 3 or > 5)
                {
                    throw new ArgumentException(
                        $"dirac_: only tensors with 3, 4, or 5 dimensions are supported, found {Shape.Text(tensor.Sizes)}");
                }
                return Fill(tensor, t =>
                {
                    t.zero_();
                    long place = 0;
                    for (int d = 2; d < t.Sizes.Length; d++)
                    {
                        place += t.Sizes[d] / 2 * t.Strides[d];
                    }
                    long channels = Math.Min(t.Sizes[0], t.Sizes[1]);
                    Copies.Fill(t.Alias([channels], [t.Strides[0] + t.Strides[1]], t.Offset + place), 1);
                    return t;
                });
            }

            /// <summary>Uniform with bound gain·√(6/(inputs + outputs)) (Glorot and Bengio, 2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                double bound = Math.Sqrt(3) * gain * Math.Sqrt(2.0 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal with standard deviation gain·√(2/(inputs + outputs)) (Glorot and Bengio, 2010).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            /// <summary>The same as <see cref="xavier_uniform_"/>.</summary>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <summary>The same as <see cref="xavier_normal_"/>.</summary>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>Uniform with bound gain·√(3/fan) (He and others, 2015).</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                    NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                double bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal with standard deviation gain/√fan (He and others, 2015).</summary>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                    NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Normal numbers of which a share <paramref name="sparsity"/> in each column is 0 (Martens,
            /// 2010).</summary>
            /// <exception cref="ArgumentException">Not a matrix.</exception>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                RequireMatrix(tensor, nameof(sparse_));
                normal_(tensor, 0, std);
                long rows = tensor.Sizes[0], zeros = (long)Math.Ceiling(sparsity * rows);
                for (long column = 0; column < tensor.Sizes[1]; column++)
                {
                    long[] order = randperm(rows).data<long>().ToArray();
                    for (long i = 0; i < zeros; i++)
                    {
                        Copies.Fill(
                            tensor.Alias([], [], tensor.Offset + order[i] * tensor.Strides[0] + column * tensor.Strides[1]), 0);
                    }
                }
                return tensor;
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static void RequireMatrix(Tensor tensor, string name)
            {
                if (tensor.Sizes.Length != 2)
                {
                    throw new ArgumentException(
                        $"{name}: only tensors with 2 dimensions are supported, found {Shape.Text(tensor.Sizes)}");
                }
            }

            private static Tensor Fill(Tensor tensor, Func<Tensor, Tensor> fill)
            {
                using IDisposable off = GradMode.Set(false);
                fill(tensor);
                return tensor;
            }
        }
    }
}
