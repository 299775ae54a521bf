namespace TorchSharp;

public static partial class torch
{
    /// <summary>How quotients are rounded to whole numbers.</summary>
    public enum RoundingMode
    {
        /// <summary>Not at all.</summary>
        None = 0,

        /// <summary>Towards 0.</summary>
        trunc = 1,

        /// <summary>Down.</summary>
        floor = 2,
    }
}
