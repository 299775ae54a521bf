namespace TorchSharp;

/// <summary>What surrounds an image.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The image mirrored at its edge, the edge itself not repeated.</summary>
    Reflect = 1,

    /// <summary>The value at the edge.</summary>
    Replicate = 2,

    /// <summary>The image again, as on a torus.</summary>
    Circular = 3,

    /// <summary>A given value.</summary>
    Constant = 4,
}

/// <summary>Padding by name.</summary>
public enum Padding
{
    /// <summary>None: the result shrinks.</summary>
    Valid = 0,

    /// <summary>As much as keeps the size, for stride 1.</summary>
    Same = 1,
}
