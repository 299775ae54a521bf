using HackLab.Data;
using HackLab.Simulation.Lensing;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Sharper pictures of lenses: 128 × 128 pixels for each coarse picture of 64 × 64, judged by the PSNR with a range of 1, taken of each
/// picture and averaged.
/// </summary>
internal sealed class LensingSuperresChallenge : Challenge
{
    private const int Low = LensPairSimulator.LowPixels, High = LensPairSimulator.HighPixels;

    // An equal picture has an infinite PSNR, with which no mean can be taken. 100 dB is an error of a hundred-thousandth.
    private const double MostDecibels = 100;

    // What a pack can hold: a fine picture has 64 kB.
    private const int MostPictures = PackLimits.MostBytes / (High * High * sizeof(float)) - 1;

    private readonly PictureSet _pictures;

    public LensingSuperresChallenge() => _pictures = new PictureSet(this, Low);

    public override string Id => "lensing-superres";

    public override string Title => "Strong lensing: sharper pictures";

    public override string Metric => "PSNR in dB";

    public override IReadOnlyList<PredictionFormat> Files { get; } =
        [new ImagesFormat("lensing-superres-fine.npy", High, High, "each lens as the good camera would show it")];

    public override IReadOnlyList<PredictionFormat> TruthFiles { get; } =
        [new ImagesFormat("lensing-superres-truth.npy", High, High, "each lens as the good camera shows it")];

    public override string EvaluationFile => _pictures.FileName;

    public override int PracticeRows => 100;

    public override int HiddenRows => 300;

    public override IReadOnlyList<PublishedResult> Published { get; } =
    [
        // README of Super_Resolution_Pranath_Reddy.
        new("RCAN", 30.50, "Model I pictures", "DeepLense, P. Reddy"),
        new("FSRCNN", 30.45, "Model I pictures", "DeepLense, P. Reddy"),
        new("bilinear", 24.78, "Model I pictures", "DeepLense, P. Reddy"),
    ];

    public override Interval Score(
        IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth, BootstrapOptions options) =>
        Bootstrap.Mean(Decibels(predictions, truth), options);

    public override double? PValue(
        IReadOnlyList<PredictionContent> a, IReadOnlyList<PredictionContent> b, IReadOnlyList<PredictionContent> truth) =>
        PairedTest.SignFlip(Decibels(a, truth), Decibels(b, truth)).PValue;

    public override string Remark(IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth) =>
        Words.Of($"SSIM {Metrics.Ssim(Pixels(truth), Pixels(predictions), High, High, dataRange: 1):0.000}");

    public override EvaluationSet LoadEvaluation(string path) => _pictures.Load(path);

    public override Truth Make(int rows, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MostPictures);
        ImagePairs made = Datasets.LensingSuperres.Load(Size.Simulated(rows, seed));
        string name = seed == PracticeSeed ? "practice (fine pictures can be made by anybody)" : "simulated, hidden fine pictures";
        return new Truth(_pictures.Of(made.Low, name), [new PredictionImages(made.High, High, High)], seed);
    }

    public override IReadOnlyList<Submission> Baselines(EvaluationSet evaluation)
    {
        TabularData rows = evaluation.Rows ?? throw new ArgumentException("The set has no pixels.", nameof(evaluation));
        float[] bilinear = [.. Enumerable.Range(0, rows.Count).SelectMany(i => Bilinear(rows.Row(i)))];
        return
        [
            Baseline("bilinear", bilinear),
            Baseline("bilinear, sky taken away", [.. bilinear.Chunk(High * High).SelectMany(WithoutSky)]),
        ];

        Submission Baseline(string model, float[] fine) =>
            Submission.Of(evaluation, fine, new SubmissionCard { Team = "baseline", Model = model, Used = "nothing", Parameters = 0 });
    }

    /// <summary>Twice as fine: each new pixel lies a quarter of a coarse one from the nearest middle, so takes 3/4 of that and 1/4 of
    /// the next, along both axes; at the edge the last pixel stands for what lies beyond.</summary>
    private static float[] Bilinear(ReadOnlySpan<float> coarse)
    {
        var fine = new float[High * High];
        for (int row = 0; row < High; row++)
        {
            (int r, int r2) = Neighbours(row);
            for (int column = 0; column < High; column++)
            {
                (int c, int c2) = Neighbours(column);
                float near = (0.75f * coarse[(r * Low) + c]) + (0.25f * coarse[(r * Low) + c2]);
                float next = (0.75f * coarse[(r2 * Low) + c]) + (0.25f * coarse[(r2 * Low) + c2]);
                fine[(row * High) + column] = (0.75f * near) + (0.25f * next);
            }
        }
        return fine;

        static (int Nearest, int Next) Neighbours(int place) =>
            (place / 2, Math.Clamp((place / 2) + (place % 2 == 0 ? -1 : 1), 0, Low - 1));
    }

    // Most of a picture is sky, so its median is the sky; what is left is stretched to 0 … 1 again.
    private static float[] WithoutSky(float[] picture)
    {
        float sky = picture.Order().ElementAt(picture.Length / 2);
        return Array.ConvertAll(picture, pixel => (pixel - sky) / (1 - sky));
    }

    private static double[] Decibels(IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth)
    {
        (PredictionImages yHat, PredictionImages y) = ((PredictionImages)predictions[0], (PredictionImages)truth[0]);
        return [.. Enumerable.Range(0, y.Count).Select(i => Math.Min(MostDecibels, Metrics.Psnr(y.Image(i), yHat.Image(i), dataRange: 1)))];
    }

    private static float[] Pixels(IReadOnlyList<PredictionContent> contents) => ((PredictionImages)contents[0]).Pixels;
}
