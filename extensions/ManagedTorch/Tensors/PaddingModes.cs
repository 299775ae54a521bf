namespace TorchSharp;

/// <summary>What stands beyond the border of a padded tensor.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The inside mirrored at the border, which is not repeated.</summary>
    Reflect = 1,

    /// <summary>The border repeated.</summary>
    Replicate = 2,

    /// <summary>The other end.</summary>
    Circular = 3,

    /// <summary>One given value.</summary>
    Constant = 4,
}
