using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>The challenges that can be packed and scored.</summary>
public static class Challenges
{
    /// <summary>
    /// Higgs boson or background: <c>higgs-scores.csv</c> with id and score, judged by the area under the ROC curve.
    /// </summary>
    public static Challenge Higgs { get; } = new HiggsChallenge();

    /// <summary>
    /// Spin echoes: <c>gauss_mat_info_eval.txt</c> and <c>RKKY_mat_info_eval.txt</c> with alpha, xi and d, judged by the normalised error.
    /// </summary>
    public static Challenge Nmr { get; } = new NmrChallenge();

    /// <summary>
    /// Electron or photon: <c>particle-images-scores.csv</c> with id and score, judged by the area under the ROC curve.
    /// </summary>
    public static Challenge ParticleImages { get; } = new ParticleImagesChallenge();

    /// <summary>
    /// Planets in the disk or none: <c>exoplanets-scores.csv</c> with id and score, judged by the area under the ROC curve.
    /// </summary>
    public static Challenge Exoplanets { get; } = new ExoplanetsChallenge();

    /// <summary>
    /// Lines of old Spanish print: <c>renaissance-lines.txt</c> with id, tab and text, judged by the character error rate.
    /// </summary>
    public static Challenge Renaissance { get; } = new RenaissanceChallenge();

    /// <summary>
    /// Which dark matter has the lens: <c>lensing-classes-scores.csv</c> with id and the shares of axion, cdm and no, judged by the
    /// macro AUC.
    /// </summary>
    public static Challenge LensingClasses { get; } = new LensingClassesChallenge();

    /// <summary>
    /// Sharper pictures of lenses: <c>lensing-superres-fine.npy</c>, shape [n, 128, 128], judged by the PSNR.
    /// </summary>
    public static Challenge LensingSuperres { get; } = new LensingSuperresChallenge();

    /// <summary>
    /// Gluon jets as anomalies: <c>quantum-scores.csv</c> with id and score, judged by the area under the ROC curve; the card keeps to
    /// <see cref="QuantumRules"/>.
    /// </summary>
    public static Challenge Quantum { get; } = new QuantumChallenge();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Challenge> All { get; } = [Higgs, Nmr, ParticleImages, Exoplanets, LensingClasses, LensingSuperres, Renaissance, Quantum];

    /// <summary>The challenge of that name.</summary>
    /// <param name="id">Its short name.</param>
    /// <exception cref="ArgumentException">There is none; the message names those that exist.</exception>
    /// <example><code>Challenge challenge = Challenges.Find("higgs");</code></example>
    public static Challenge Find(string id) => All.FirstOrDefault(one => one.Id == id)
        ?? throw new ArgumentException($"There is no challenge '{id}'; there are {string.Join(", ", All)}.", nameof(id));
}
