namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a loss does with the losses of the examples.</summary>
        public enum Reduction
        {
            /// <summary>Gives each.</summary>
            None = 0,

            /// <summary>Gives their mean.</summary>
            Mean = 1,

            /// <summary>Gives their sum.</summary>
            Sum = 2,
        }
    }
}
