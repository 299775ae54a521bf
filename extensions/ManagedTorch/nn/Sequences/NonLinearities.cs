namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Activations of plain recurrent networks.</summary>
        public enum NonLinearities
        {
            /// <summary>max(x, 0).</summary>
            ReLU = 0,

            /// <summary>tanh x.</summary>
            Tanh = 1,
        }
    }
}
