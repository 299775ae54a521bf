using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Positions added at the ends of the last axes, in pairs (before, after), the last axis first.</summary>
            /// <param name="input">Any number of axes.</param>
            /// <param name="pad">How many positions; negative ones cut (constant mode only).</param>
            /// <param name="mode">What the new positions hold.</param>
            /// <param name="value">Their value in the constant mode.</param>
            /// <exception cref="ArgumentException">An odd number of amounts, too many, or more than the mode allows.</exception>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0.0) =>
                Borders.Apply(input, pad, mode, value);

            /// <summary>Positions added at the ends of the last axes, given in pairs (before, after).</summary>
            public static Tensor pad(
                Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0.0) =>
                Borders.Apply(input, pad, mode, value);

            /// <summary>Positions added before and after the last axis.</summary>
            public static Tensor pad(
                Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0.0) =>
                Borders.Apply(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>Positions added before and after the last axis, then before and after the one in front of it.</summary>
            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0.0) =>
                Borders.Apply(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>As many positions added before as after the last axis.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0.0) =>
                Borders.Apply(input, [pad, pad], mode, value);

            /// <summary>Zeros with a 1 at the class, along a new last axis; -1 stands for as many classes as occur.</summary>
            /// <exception cref="ArgumentException">Not int64, or a class below 0 or not below num_classes.</exception>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Counting.OneHot(x, num_classes);
        }
    }
}
