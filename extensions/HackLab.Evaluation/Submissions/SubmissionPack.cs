using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>A submission in one file: predictions, notebook, and a manifest with the hash of each; checked when it was
/// read.</summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class SubmissionPack : IRichDisplay
{
    internal SubmissionPack(
        string path, long bytes, string sha256, DateTimeOffset created, Submission submission, IReadOnlyList<PackedFile> files,
        IReadOnlyDictionary<string, string> versions) =>
        (Path, Bytes, Sha256, Created, Submission, Files, Versions) = (path, bytes, sha256, created, submission, files, versions);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>How long the file is.</summary>
    public long Bytes { get; }

    /// <summary>The SHA-256 of the file: two packs with the same one are the same pack.</summary>
    public string Sha256 { get; }

    /// <summary>When it was made, as its manifest says.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>The predictions and what the team says of them.</summary>
    public Submission Submission { get; }

    /// <summary>The files in it, without the manifest.</summary>
    public IReadOnlyList<PackedFile> Files { get; }

    /// <summary>What it was made with: <c>hacklab</c>, <c>dotnet</c>, <c>system</c>.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; }

    /// <summary>
    /// Reads a pack that may come from anybody, and checks all of it: names, sizes, hashes, manifest, and every prediction.
    /// Nothing in it
    /// is run or written to disk.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is no pack, is damaged or too large, or holds what may not be handed
    /// in.</exception>
    /// <example><code>SubmissionPack pack = SubmissionPack.Read("higgs-quarks.zip");</code></example>
    public static SubmissionPack Read(string path) => PackReader.Read(path, Challenges.All);

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>For example <c>higgs-quarks.zip: Quarks, higgs: 5,000 rows, boosted trees</c>.</summary>
    public override string ToString() => $"{System.IO.Path.GetFileName(Path)}: {Submission}";

    internal SubmissionPack At(string path) => new(path, Bytes, Sha256, Created, Submission, Files, Versions);

    private Table Show() => new(
        $"{System.IO.Path.GetFileName(Path)}: packed, read again and found right",
        [new TableColumn("file"), new TableColumn("is"), new TableColumn("bytes"), new TableColumn("sha256")],
        [.. Files.Select(file =>
            (object?[])[file.Name, file.Role.ToString().ToLowerInvariant(), file.Bytes, file.Sha256[..12] + "…"])],
        $"By {Submission.Card.Team}. Hand in this one file: {Shown(Path)}");

    // As one finds it in the browser's list of files.
    private static string Shown(string path) => System.IO.Path.GetRelativePath(Environment.CurrentDirectory, path) is var relative
        && relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
}
