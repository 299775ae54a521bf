namespace TorchSharp.Tensors;

/// <summary>The kinds of entries between the brackets of a tensor.</summary>
internal enum IndexKind
{
    /// <summary>A new axis of size 1.</summary>
    NewAxis,

    /// <summary>As many whole axes as are left.</summary>
    Ellipsis,

    /// <summary>A range of positions.</summary>
    Slice,

    /// <summary>A new axis of size 1 or 0.</summary>
    Bool,

    /// <summary>One position.</summary>
    Single,

    /// <summary>Positions or a mask.</summary>
    Tensor,
}
