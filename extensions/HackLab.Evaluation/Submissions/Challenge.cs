using HackLab.Data;

namespace HackLab.Evaluation;

/// <summary>
/// What a challenge asks for and how it is judged: the files to hand in, those of the truth, the metric, what others reached. A
/// new one derives from this and joins <see cref="Challenges"/>; packing, checking and the leaderboard then work for it.
/// </summary>
public abstract class Challenge
{
    /// <summary>Its short name, such as <c>higgs</c>.</summary>
    public abstract string Id { get; }

    /// <summary>Its name in words.</summary>
    public abstract string Title { get; }

    /// <summary>What is measured, such as <c>AUC</c>.</summary>
    public abstract string Metric { get; }

    /// <summary>Whether more is better.</summary>
    public virtual bool HigherIsBetter => true;

    /// <summary>The files that a team hands in.</summary>
    public abstract IReadOnlyList<PredictionFormat> Files { get; }

    /// <summary>The files of the truth, which only the tutor has; rows as in <see cref="Files"/>.</summary>
    public abstract IReadOnlyList<PredictionFormat> TruthFiles { get; }

    /// <summary>What the file of the evaluation set is called.</summary>
    public virtual string EvaluationFile => $"{Id}-evaluation.csv";

    /// <summary>What others reached on published data, with the source.</summary>
    public virtual IReadOnlyList<PublishedResult> Published => [];

    /// <summary>How many rows a practice set has unless asked otherwise.</summary>
    public virtual int PracticeRows => 5000;

    /// <summary>How many rows a hidden set has unless asked otherwise.</summary>
    public virtual int HiddenRows => 20_000;

    /// <summary>What a team's card breaks of this challenge's own rules, in sentences; empty if nothing.</summary>
    /// <param name="card">What the team says.</param>
    public virtual IEnumerable<string> Problems(SubmissionCard card) => [];

    /// <summary>The score of predictions with its bootstrap interval.</summary>
    /// <param name="predictions">The contents of <see cref="Files"/>, without problems, rows in the order of the evaluation
    /// set.</param>
    /// <param name="truth">The contents of <see cref="TruthFiles"/>, rows in the same order.</param>
    /// <param name="options">Settings of the bootstrap.</param>
    public abstract Interval Score(
        IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth, BootstrapOptions options);

    /// <summary>How often chance alone would put two submissions so far apart if they were equally good; null if that is not
    /// known.</summary>
    /// <param name="a">The contents of the first, rows in the order of the evaluation set.</param>
    /// <param name="b">The contents of the second.</param>
    /// <param name="truth">The answers.</param>
    public virtual double? PValue(
        IReadOnlyList<PredictionContent> a, IReadOnlyList<PredictionContent> b, IReadOnlyList<PredictionContent> truth) => null;

    /// <summary>What else is worth knowing of predictions, in a few words such as <c>SSIM 0.96</c>; empty for nothing.</summary>
    /// <param name="predictions">As for <see cref="Score"/>.</param>
    /// <param name="truth">As for <see cref="Score"/>.</param>
    public virtual string Remark(IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth) => "";

    /// <summary>Reads the evaluation set that teams got.</summary>
    /// <param name="path">The file, or folder, of the evaluation set.</param>
    /// <exception cref="DataFormatException">It is not such a file.</exception>
    public abstract EvaluationSet LoadEvaluation(string path);

    /// <summary>Makes a new evaluation set by the simulator; the truth knows the labels, the set does not.</summary>
    /// <param name="rows">How many rows, at least 1.</param>
    /// <param name="seed">The same seed gives the same set: who knows it knows the answers.</param>
    public abstract Truth Make(int rows, long seed);

    /// <summary>Simple models, fitted on rows that everybody has, to compare with; the worst first.</summary>
    /// <param name="evaluation">The rows to predict.</param>
    public virtual IReadOnlyList<Submission> Baselines(EvaluationSet evaluation) => [];

    /// <summary>
    /// A set to practise with: its seed is known, so anybody could make its labels; it counts for nothing.
    /// </summary>
    /// <param name="rows">How many rows, at least 1; null for <see cref="PracticeRows"/>.</param>
    /// <example><code>EvaluationSet set = Challenges.Higgs.Practice().Set;</code></example>
    public Truth Practice(int? rows = null) => Make(rows ?? PracticeRows, PracticeSeed);

    internal const long PracticeSeed = 20140704;

    /// <summary>Its short name.</summary>
    public override string ToString() => Id;
}
