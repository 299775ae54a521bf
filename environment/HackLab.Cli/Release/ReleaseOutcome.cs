using HackLab.Cli.Results;

namespace HackLab.Cli.Release;

/// <summary>What became of the release of one lesson.</summary>
/// <param name="Place">The lesson.</param>
/// <param name="Exercises">What was proved of its exercises and questions.</param>
/// <param name="Failures">Cells that failed; a sentence each.</param>
/// <param name="Bands">The metrics of the solved lesson.</param>
internal sealed record ReleaseOutcome(
    LessonPlace Place, IReadOnlyList<ExerciseProof> Exercises, IReadOnlyList<string> Failures, IReadOnlyList<BandReading> Bands)
{
    /// <summary>The files of learners: null if up to date, else what is not. Empty when files were written.</summary>
    public IReadOnlyDictionary<string, string?> Files { get; init; } = new Dictionary<string, string?>();

    /// <summary>The files that were written.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>Everything that is not as it should be, a sentence each.</summary>
    public IEnumerable<string> Faults =>
    [
        .. Failures,
        .. Exercises.SelectMany(exercise => exercise.Faults),
        .. Bands.Select(band => band.Fault).OfType<string>(),
        .. Files.Where(file => file.Value is not null).Select(file => $"{Path.GetRelativePath(Place.Notebooks, file.Key)} {file.Value}; run: hacklab release {Place.Name}"),
    ];

    /// <summary>How many claims were looked at: five of each exercise, one of each question, band and file, and that the lesson runs.</summary>
    public int Claims => Exercises.Sum(exercise => exercise.Seconds.Length > 0 ? 5 : 3) + Bands.Count + Files.Count + 1;

    public int Failed => Exercises.Sum(exercise => exercise.Faults.Count()) + Bands.Count(band => band.Fault is not null)
        + Files.Count(file => file.Value is not null) + (Failures.Count > 0 ? 1 : 0);
}
