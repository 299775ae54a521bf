using TorchSharp.Modules;
using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer eˣ/Σ eˣ over the channels of images (N, C, H, W) or (C, H, W).</summary>
            public static Softmax2d Softmax2d() => new();

            public static partial class functional
            {
                /// <summary>eˣ/Σ eˣ over the channels of images (N, C, H, W) or (C, H, W).</summary>
                public static Tensor softmax2d(Tensor x) =>
                    x.Sizes.Length is 3 or 4
                        ? SoftmaxFamily.Softmax(x, -3)
                        : throw new ArgumentException($"Softmax2d requires a 3D or 4D tensor as input, found {Shape.Text(x.Sizes)}");
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer eˣ/Σ eˣ over the channels of images (N, C, H, W).</summary>
    public sealed class Softmax2d : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Softmax2d() : base(nameof(Softmax2d))
        {
        }

        /// <summary>The shares.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmax2d(tensor);
    }
}
