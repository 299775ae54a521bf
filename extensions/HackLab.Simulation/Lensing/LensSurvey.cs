namespace HackLab.Simulation.Lensing;

/// <summary>What a camera sees of a lens: its pixels, how it blurs, and how it counts photons.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Pixels">Pixels along each side of the square image.</param>
/// <param name="PixelScale">Seconds of arc per pixel.</param>
/// <param name="PsfWidth">Full width at half maximum of the Gaussian point spread, in seconds of arc.</param>
/// <param name="DeflectionScale">
/// By what every deflection is multiplied: 1 where θ_E is meant for the source's own redshift, β of
/// <see cref="FlatCosmology.DeflectionRatio"/> where it is meant for a source at z = 2.5.
/// </param>
/// <param name="HasNoise">Whether photons are counted and a noisy background is added; else the image is exact.</param>
/// <param name="SourceOffset">
/// How far from the axis the galaxy behind the lens lies at most, along x and along y, in seconds of arc; uniform up to there.
/// </param>
public sealed record LensSurvey(
    string Name, int Pixels, double PixelScale, double PsfWidth, double DeflectionScale, bool HasNoise, double SourceOffset = 0.35)
{
    // The published simulation hands masses to a program that takes its deflections for a source at z = 2.5 and weakens them for
    // one at z = 1, in that program's own cosmology (WMAP 9: Hinshaw et al. 2013, arXiv:1212.5226): β = 0.6343.
    private static readonly double Weakened = new FlatCosmology(69.7, 0.2815).DeflectionRatio(
        EinsteinRadius.LensRedshift, EinsteinRadius.SourceRedshift, reference: 2.5);

    /// <summary>Model I: 150 pixels of 0.05″, point spread 0.087″, photon noise and background.</summary>
    public static LensSurvey ModelI { get; } = new("Model I", 150, 0.05, 0.087, 1, HasNoise: true);

    /// <summary>Model II: 64 pixels of 0.101″ without noise, point spread 0.16″, as the Euclid telescope's visible camera.</summary>
    public static LensSurvey ModelII { get; } = new("Model II", 64, 0.101, 0.16, Weakened, HasNoise: false);

    /// <summary>Model III: 64 pixels of 0.08″ without noise, point spread 0.08″, as Hubble's infrared camera (WFC3, filter F160W).</summary>
    public static LensSurvey ModelIII { get; } = new("Model III", 64, 0.08, 0.08, Weakened, HasNoise: false);

    /// <summary>
    /// The challenge's files. Those at hand fit Hubble's camera of <see cref="ModelIII"/> to the last digit, and their source lies
    /// 0.10″ from the axis. Sources up to 0.35″ off, as published, would leave 0.039 as the mean pixel where the files have 0.054;
    /// so here they lie within 0.15″.
    /// </summary>
    public static LensSurvey Challenge { get; } = ModelIII with { Name = "challenge", SourceOffset = 0.15 };

    /// <summary>Seconds of arc along each side.</summary>
    public double FieldOfView => Pixels * PixelScale;
}
