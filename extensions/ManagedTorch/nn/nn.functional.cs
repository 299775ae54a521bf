namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers and losses as functions: nothing is kept between calls.</summary>
        /// <example><code>using F = TorchSharp.torch.nn.functional;   F.relu(x)</code></example>
        public static partial class functional
        {
        }
    }
}
