namespace HackLab.Evaluation;

/// <summary>Settings of structural similarity; change them by <c>with</c>.</summary>
public sealed record SsimOptions
{
    /// <summary>
    /// The paper's settings (Z. Wang et al., 2004): Gaussian window, variances over n. scikit-image gives the same with
    /// <c>gaussian_weights=True, sigma=1.5, use_sample_covariance=False</c>.
    /// </summary>
    public static SsimOptions Wang { get; } = new() { Window = SsimWindow.Gaussian, SampleCovariance = false };

    /// <summary>The weights around each pixel.</summary>
    public SsimWindow Window { get; init; } = SsimWindow.Uniform;

    /// <summary>The side of the uniform window in pixels, odd, at least 3.</summary>
    public int Size { get; init; } = 7;

    /// <summary>The standard deviation of the Gaussian window in pixels, above 0; it is cut off at 3.5 of them.</summary>
    public double Sigma { get; init; } = 1.5;

    /// <summary>
    /// Whether variances divide by n − 1 (scikit-image's default) or by n (the paper), n being the pixels of the window.
    /// </summary>
    public bool SampleCovariance { get; init; } = true;

    /// <summary>K₁ of the constant C₁ = (K₁ · data range)² beside the means, at least 0.</summary>
    public double K1 { get; init; } = 0.01;

    /// <summary>K₂ of the constant C₂ = (K₂ · data range)² beside the variances, at least 0.</summary>
    public double K2 { get; init; } = 0.03;
}
