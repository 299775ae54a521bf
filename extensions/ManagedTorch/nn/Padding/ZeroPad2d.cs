using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that surrounds images (N, C, H, W) with zeros, as many at all ends.</summary>
            public static ZeroPad2d ZeroPad2d(long padding) => new(Pads(padding, 4));

            /// <summary>A layer that surrounds images (N, C, H, W) with zeros: (left, right, top, bottom).</summary>
            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) => new(Pads(padding));
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Surrounds images (N, C, H, W) with zeros.</summary>
    public sealed class ZeroPad2d : PadBase
    {
        internal ZeroPad2d(long[] padding) : base(nameof(ZeroPad2d), PaddingModes.Constant, 0, padding)
        {
        }
    }
}
