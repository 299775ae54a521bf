using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that surrounds sequences (N, C, L) with their mirror image, the edge not repeated, as much at
            /// all ends.</summary>
            public static ReflectionPad1d ReflectionPad1d(long padding) => new(Pads(padding, 2));

            /// <summary>A layer that surrounds sequences (N, C, L) with their mirror image, the edge not repeated: (left,
            /// right).</summary>
            public static ReflectionPad1d ReflectionPad1d((long, long) padding) => new(Pads(padding));

            /// <summary>A layer that surrounds images (N, C, H, W) with their mirror image, the edge not repeated, as much at
            /// all ends.</summary>
            public static ReflectionPad2d ReflectionPad2d(long padding) => new(Pads(padding, 4));

            /// <summary>A layer that surrounds images (N, C, H, W) with their mirror image, the edge not repeated: (left, right,
            /// top, bottom).</summary>
            public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) => new(Pads(padding));

            /// <summary>A layer that surrounds volumes (N, C, D, H, W) with their mirror image, the edge not repeated, as much
            /// at all ends.</summary>
            public static ReflectionPad3d ReflectionPad3d(long padding) => new(Pads(padding, 6));

            /// <summary>A layer that surrounds volumes (N, C, D, H, W) with their mirror image, the edge not repeated: (left,
            /// right, top, bottom, front, back).</summary>
            public static ReflectionPad3d ReflectionPad3d((long, long, long, long, long, long) padding) => new(Pads(padding));
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Surrounds sequences (N, C, L) with their mirror image, the edge not repeated.</summary>
    public sealed class ReflectionPad1d : PadBase
    {
        internal ReflectionPad1d(long[] padding) : base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding)
        {
        }
    }

    /// <summary>Surrounds images (N, C, H, W) with their mirror image, the edge not repeated.</summary>
    public sealed class ReflectionPad2d : PadBase
    {
        internal ReflectionPad2d(long[] padding) : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding)
        {
        }
    }

    /// <summary>Surrounds volumes (N, C, D, H, W) with their mirror image, the edge not repeated.</summary>
    public sealed class ReflectionPad3d : PadBase
    {
        internal ReflectionPad3d(long[] padding) : base(nameof(ReflectionPad3d), PaddingModes.Reflect, 0, padding)
        {
        }
    }
}
