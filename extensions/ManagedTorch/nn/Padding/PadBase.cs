using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            private static long[] Pads((long, long) pad) => [pad.Item1, pad.Item2];

            private static long[] Pads((long, long, long, long) pad) => [pad.Item1, pad.Item2, pad.Item3, pad.Item4];

            private static long[] Pads((long, long, long, long, long, long) pad) =>
                [pad.Item1, pad.Item2, pad.Item3, pad.Item4, pad.Item5, pad.Item6];

            private static long[] Pads(long pad, int count)
            {
                var pads = new long[count];
                Array.Fill(pads, pad);
                return pads;
            }

            public static partial class functional
            {
                /// <summary>More positions at the ends of the last axes: pairs (before, after), that of the last axis
                /// first.</summary>
                /// <exception cref="ArgumentException">An odd count, more pairs than axes, or more than the mode
                /// allows.</exception>
                public static Tensor pad(
                    Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0.0) =>
                    Borders.Apply(input, pad, mode, value);

                /// <summary>More positions at the ends of the last axes: pairs (before, after), that of the last axis
                /// first.</summary>
                public static Tensor pad(
                    Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0.0) =>
                    Borders.Apply(input, pad, mode, value);

                /// <summary>More positions at both ends of the last axis.</summary>
                public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0.0) =>
                    Borders.Apply(input, [pad, pad], mode, value);

                /// <summary>More positions before and after the last axis.</summary>
                public static Tensor pad(
                    Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0.0) =>
                    Borders.Apply(input, Pads(pad), mode, value);

                /// <summary>More positions before and after the last axis, and before and after the one before it.</summary>
                public static Tensor pad(
                    Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0.0) =>
                    Borders.Apply(input, Pads(pad), mode, value);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>What layers share that pad the last axes.</summary>
    public abstract class PadBase : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        private readonly PaddingModes _mode;

        /// <summary>Pads with pairs (before, after), that of the last axis first.</summary>
        protected PadBase(string name, PaddingModes mode, double value, params long[] padding) : base(name)
        {
            _mode = mode;
            this.value = value;
            this.padding = padding;
        }

        /// <summary>Pairs (before, after), that of the last axis first.</summary>
        public long[] padding { get; set; }

        /// <summary>What constant padding consists of.</summary>
        public double value { get; set; }

        /// <summary>The padded input, with or without an axis for the batch.</summary>
        public override torch.Tensor forward(torch.Tensor input) => Borders.Apply(input, padding, _mode, value);
    }
}
