using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that surrounds sequences (N, C, L) with the values at their edge, as much at all ends.</summary>
            public static ReplicationPad1d ReplicationPad1d(long padding) => new(Pads(padding, 2));

            /// <summary>A layer that surrounds sequences (N, C, L) with the values at their edge: (left, right).</summary>
            public static ReplicationPad1d ReplicationPad1d((long, long) padding) => new(Pads(padding));

            /// <summary>A layer that surrounds images (N, C, H, W) with the values at their edge, as much at all ends.</summary>
            public static ReplicationPad2d ReplicationPad2d(long padding) => new(Pads(padding, 4));

            /// <summary>A layer that surrounds images (N, C, H, W) with the values at their edge: (left, right, top,
            /// bottom).</summary>
            public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) => new(Pads(padding));

            /// <summary>A layer that surrounds volumes (N, C, D, H, W) with the values at their edge, as much at all
            /// ends.</summary>
            public static ReplicationPad3d ReplicationPad3d(long padding) => new(Pads(padding, 6));

            /// <summary>A layer that surrounds volumes (N, C, D, H, W) with the values at their edge: (left, right, top, bottom,
            /// front, back).</summary>
            public static ReplicationPad3d ReplicationPad3d((long, long, long, long, long, long) padding) => new(Pads(padding));
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Surrounds sequences (N, C, L) with the values at their edge.</summary>
    public sealed class ReplicationPad1d : PadBase
    {
        internal ReplicationPad1d(long[] padding) : base(nameof(ReplicationPad1d), PaddingModes.Replicate, 0, padding)
        {
        }
    }

    /// <summary>Surrounds images (N, C, H, W) with the values at their edge.</summary>
    public sealed class ReplicationPad2d : PadBase
    {
        internal ReplicationPad2d(long[] padding) : base(nameof(ReplicationPad2d), PaddingModes.Replicate, 0, padding)
        {
        }
    }

    /// <summary>Surrounds volumes (N, C, D, H, W) with the values at their edge.</summary>
    public sealed class ReplicationPad3d : PadBase
    {
        internal ReplicationPad3d(long[] padding) : base(nameof(ReplicationPad3d), PaddingModes.Replicate, 0, padding)
        {
        }
    }
}
