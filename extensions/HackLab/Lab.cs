using HackLab.Data;
using HackLab.Data.Hosting;

namespace HackLab;

/// <summary>
/// What a notebook needs beside its subject: opens the lesson, says how much to compute, where real data lie, and shows what is
/// going on. With <c>using static HackLab.Lab;</c> its members can be called without <c>Lab.</c> in front.
/// </summary>
public static partial class Lab
{
    /// <summary>The environment variable that chooses the <see cref="Lab.LessonScale"/>: <c>smoke</c>, <c>class</c> or <c>full</c>.</summary>
    public const string ScaleVariable = "HACKLAB_SCALE";

    /// <summary>The lesson opened last, such as <c>higgs/1-beginner</c>; null before.</summary>
    public static string? Lesson { get; private set; }

    /// <summary>Cancelled when the learner interrupts the running cell. Ask for it anew in each cell.</summary>
    public static CancellationToken Token => NotebookHost.Token;

    /// <summary>How much to compute: from HACKLAB_SCALE, and <see cref="HackLab.LessonScale.Class"/> if that is not set.</summary>
    /// <remarks>Not called Scale: with <c>using static</c>, that would hide the axes' <c>Scale.Log</c> of the charts.</remarks>
    /// <exception cref="ArgumentException">HACKLAB_SCALE holds something else than <c>smoke</c>, <c>class</c> or <c>full</c>.</exception>
    public static LessonScale LessonScale => Environment.GetEnvironmentVariable(ScaleVariable)?.Trim().ToLowerInvariant() switch
    {
        null or "" or "class" => LessonScale.Class,
        "smoke" => LessonScale.Smoke,
        "full" => LessonScale.Full,
        string other => throw new ArgumentException($"{ScaleVariable} is '{other}'; it can be smoke, class or full."),
    };

    /// <summary>Opens a lesson: remembers it and says in words what this notebook runs on.</summary>
    /// <param name="lesson">Topic and notebook, as in <c>higgs/1-beginner</c>.</param>
    /// <returns>A card that a notebook shows when it is the cell's last line.</returns>
    /// <exception cref="ArgumentException">The name is not a topic and a notebook.</exception>
    /// <exception cref="DataFormatException">The lesson's file of exercises is damaged.</exception>
    /// <example><code>Lab.Open("higgs/1-beginner")</code></example>
    public static LessonCard Open(string lesson)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(lesson);
        var card = new LessonCard(lesson, LessonScale, RealDataFolder.Find());
        OpenExercises(lesson);
        Lesson = lesson;
        return card;
    }

    /// <summary>One of three values, by <see cref="Lab.LessonScale"/>.</summary>
    /// <param name="smoke">For automatic runs: seconds.</param>
    /// <param name="inClass">For the course: minutes.</param>
    /// <param name="full">For all of the data.</param>
    /// <example><code>int epochs = Lab.Pick(smoke: 2, inClass: 20, full: 100);</code></example>
    public static T Pick<T>(T smoke, T inClass, T full) => LessonScale switch
    {
        LessonScale.Smoke => smoke,
        LessonScale.Full => full,
        _ => inClass,
    };

    /// <summary>The path of a file of real data, if it is on this machine.</summary>
    /// <param name="file">Its path within the data folder, such as <c>higgs/higgs_7000.tsv</c>.</param>
    /// <returns>
    /// The full path, or null if it is not there. The folder is the one that HACKLAB_REAL_DATA names, else the first
    /// <c>shared/data</c> beside a parent of the working directory or of this library.
    /// </returns>
    /// <exception cref="ArgumentException">The name is empty, or the path is not within a folder.</exception>
    /// <example><code>string? path = Lab.RealData("higgs/higgs_7000.tsv");</code></example>
    public static string? RealData(string file)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        if (Path.IsPathRooted(file)) throw new ArgumentException($"Give the path within the data folder, not the full path '{file}'.", nameof(file));
        if (RealDataFolder.Find() is not { } folder) return null;
        string path = Path.GetFullPath(Path.Combine(folder, file));
        return File.Exists(path) ? path : null;
    }
}
