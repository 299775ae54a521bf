using HackLab.Data;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Putting a submission into one file.</summary>
public sealed partial class Submission
{
    /// <summary>
    /// Packs predictions, notebook and manifest into one .zip, reads it again as a stranger would, and only then puts it in its
    /// place.
    /// </summary>
    /// <param name="path">Where the pack goes, for example <c>submissions/higgs-quarks.zip</c>; what is there is
    /// replaced.</param>
    /// <param name="notebook">The notebook that made the predictions; save it first.</param>
    /// <param name="more">Further files, for example a report as .pdf or a model file.</param>
    /// <returns>What was written; a notebook shows it as a table.</returns>
    /// <exception cref="DataFormatException">A file is missing, is no notebook, or is too large.</exception>
    /// <exception cref="ArgumentException">Two files have the same name.</exception>
    /// <exception cref="IOException">The pack cannot be written; what was there before is still there.</exception>
    /// <example><code>submission.Pack("higgs-quarks.zip", "3-hackathon.ipynb")</code></example>
    public SubmissionPack Pack(string path, string notebook, params string[] more)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(notebook);
        ArgumentNullException.ThrowIfNull(more);
        return PackWriter.Write(this, path, notebook, more, DateTimeOffset.UtcNow);
    }

    /// <summary>A page to show in the final discussion: the same boxes for every team, so that results can be compared.</summary>
    /// <param name="compared">The rows to stand beside: baselines and others; null for none.</param>
    /// <example><code>submission.ToResultCard(leaderboard)</code></example>
    public ResultCard ToResultCard(Leaderboard? compared = null) => new(this, compared);
}
