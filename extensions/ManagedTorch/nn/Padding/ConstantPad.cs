using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that surrounds sequences (N, C, L) with one value, as much at all ends.</summary>
            public static ConstantPad1d ConstantPad1d(long padding, double value) => new(Pads(padding, 2), value);

            /// <summary>A layer that surrounds sequences (N, C, L) with one value: (left, right).</summary>
            public static ConstantPad1d ConstantPad1d((long, long) padding, double value) => new(Pads(padding), value);

            /// <summary>A layer that surrounds images (N, C, H, W) with one value, as much at all ends.</summary>
            public static ConstantPad2d ConstantPad2d(long padding, double value) => new(Pads(padding, 4), value);

            /// <summary>A layer that surrounds images (N, C, H, W) with one value: (left, right, top, bottom).</summary>
            public static ConstantPad2d ConstantPad2d(
                (long, long, long, long) padding, double value) => new(Pads(padding), value);

            /// <summary>A layer that surrounds volumes (N, C, D, H, W) with one value, as much at all ends.</summary>
            public static ConstantPad3d ConstantPad3d(long padding, double value) => new(Pads(padding, 6), value);

            /// <summary>A layer that surrounds volumes (N, C, D, H, W) with one value: (left, right, top, bottom, front,
            /// back).</summary>
            public static ConstantPad3d ConstantPad3d(
                (long, long, long, long, long, long) padding, double value) => new(Pads(padding), value);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Surrounds sequences (N, C, L) with one value.</summary>
    public sealed class ConstantPad1d : PadBase
    {
        internal ConstantPad1d(long[] padding, double value) : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>Surrounds images (N, C, H, W) with one value.</summary>
    public sealed class ConstantPad2d : PadBase
    {
        internal ConstantPad2d(long[] padding, double value) : base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding)
        {
        }
    }

    /// <summary>Surrounds volumes (N, C, D, H, W) with one value.</summary>
    public sealed class ConstantPad3d : PadBase
    {
        internal ConstantPad3d(long[] padding, double value) : base(nameof(ConstantPad3d), PaddingModes.Constant, value, padding)
        {
        }
    }
}
