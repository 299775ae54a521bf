namespace HackLab.Evaluation;

/// <summary>How structural similarity weighs the pixels around a pixel.</summary>
public enum SsimWindow
{
    /// <summary>A square of 7 × 7 pixels, all alike: scikit-image's default.</summary>
    Uniform,

    /// <summary>A Gaussian of σ = 1.5 pixels, cut off at 11 × 11: the original paper's.</summary>
    Gaussian,
}
