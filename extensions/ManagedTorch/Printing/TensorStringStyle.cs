namespace TorchSharp;

/// <summary>How a tensor is written.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device, without values.</summary>
    Metadata = 0,

    /// <summary>Columns aligned at the right, as Julia does.</summary>
    Julia = 1,

    /// <summary>Nested brackets, as NumPy does.</summary>
    Numpy = 2,

    /// <summary>Nested braces that C# can read.</summary>
    CSharp = 3,

    /// <summary>The style of <c>torch.TensorStringStyle</c>.</summary>
    Default = 4,
}
