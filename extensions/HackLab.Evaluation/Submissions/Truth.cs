using HackLab.Data;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>The answers to an evaluation set: only the tutor has them until the deadline.</summary>
public sealed class Truth
{
    /// <summary>Puts set and answers together.</summary>
    /// <param name="set">The rows that teams predict.</param>
    /// <param name="contents">The contents of the challenge's truth files, in their order.</param>
    /// <param name="seed">The simulator's seed, if it was simulated.</param>
    /// <exception cref="ArgumentException">The answers do not fit the rows.</exception>
    public Truth(EvaluationSet set, IReadOnlyList<PredictionContent> contents, long? seed = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(contents);
        IReadOnlyList<PredictionFormat> formats = set.Challenge.TruthFiles;
        if (contents.Count != formats.Count)
            throw new ArgumentException($"{set.Challenge} has {formats.Count} truth files, but {contents.Count} were given.",
                nameof(contents));
        for (int i = 0; i < contents.Count; i++)
        {
            if (formats[i].Problems(contents[i], set.Ids) is [var problem, ..])
                throw new ArgumentException($"{formats[i].FileName}: {problem}", nameof(contents));
        }
        (Set, Seed) = (set, seed);
        Contents = [.. contents.Select((content, i) => formats[i].InOrder(content, set.Ids))];
    }

    /// <summary>The rows that teams predict.</summary>
    public EvaluationSet Set { get; }

    /// <summary>The contents of the challenge's truth files, rows in the order of the set.</summary>
    public IReadOnlyList<PredictionContent> Contents { get; }

    /// <summary>The simulator's seed, if it was simulated and is known.</summary>
    public long? Seed { get; }

    /// <summary>
    /// Writes two folders: <c>participants</c> with the evaluation set and what to do with it, and <c>tutor</c> with the answers.
    /// </summary>
    /// <param name="folder">Where; it must not hold such folders yet.</param>
    /// <exception cref="IOException">It cannot be written, or is there already.</exception>
    /// <example><code>Challenges.Higgs.Make(20_000, seed).Write("event");</code></example>
    public void Write(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        TruthFolder.Write(this, folder);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="path">The folder given to it, its folder <c>tutor</c>, or a file in that.</param>
    /// <exception cref="DataFormatException">Something is missing, or is not as it was written.</exception>
    /// <example><code>Truth truth = Truth.Load("event/tutor");</code></example>
    public static Truth Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return TruthFolder.Read(path);
    }

    /// <summary>The score of a submission.</summary>
    /// <param name="submission">Predictions for this set.</param>
    /// <param name="resamples">How many redraws the interval rests on, at least 20.</param>
    /// <exception cref="ArgumentException">It is for another challenge or another set, or does not fit it.</exception>
    /// <example><code>Interval auc = truth.Score(submission);</code></example>
    public Interval Score(Submission submission, int resamples = 1000)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (submission.ProblemsFor(Set) is [var problem, ..]) throw new ArgumentException(problem, nameof(submission));
        return Set.Challenge.Score(InOrder(submission), Contents, new BootstrapOptions { Resamples = resamples });
    }

    /// <summary>What else is worth knowing of a submission that can be scored.</summary>
    internal string Remark(Submission submission) => Set.Challenge.Remark(InOrder(submission), Contents);

    /// <summary>Contents with rows in the order of the set.</summary>
    internal IReadOnlyList<PredictionContent> InOrder(Submission submission) =>
        [.. submission.Contents.Select((content, i) => Set.Challenge.Files[i].InOrder(content, Set.Ids))];
}
