namespace TorchSharp;

/// <summary>Which direction of a Fourier transform of n values is divided by n.</summary>
public enum FFTNormType
{
    /// <summary>The inverse transform.</summary>
    Backward = 0,

    /// <summary>The forward transform.</summary>
    Forward = 1,

    /// <summary>Both, by √n.</summary>
    Ortho = 2,
}
