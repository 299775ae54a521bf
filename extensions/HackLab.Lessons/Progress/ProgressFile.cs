using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using HackLab.Data.Files;

namespace HackLab.Lessons;

/// <summary>
/// What a person has done so far, in one file: read, changed and replaced under a lock, so that two notebooks lose nothing of each
/// other. A file that cannot be read is kept aside, and a new one is begun.
/// </summary>
public sealed class ProgressFile
{
    /// <summary>The environment variable that names another file.</summary>
    public const string Variable = "HACKLAB_PROGRESS";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>A file of progress.</summary>
    /// <param name="path">Where it lies; it need not exist yet.</param>
    public ProgressFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>This person's file: the one that HACKLAB_PROGRESS names, else <c>hacklab/progress.json</c> in the platform's folder for
    /// a program's data.</summary>
    public static ProgressFile Own => new(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "hacklab", "progress.json"));

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Where a damaged file was put, if one was found; null otherwise.</summary>
    public string? KeptAside { get; private set; }

    /// <summary>Every exercise that was begun, by name; empty if there is no file yet.</summary>
    public IReadOnlyDictionary<string, ExerciseProgress> Read() => Parse()?.Exercises ?? [];

    /// <summary>Changes what stands of one exercise.</summary>
    /// <param name="id">The exercise.</param>
    /// <param name="change">From what stands there to what shall stand there.</param>
    /// <returns>What stands there now.</returns>
    /// <exception cref="IOException">The file cannot be written, or another program holds it for more than 5 seconds.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written to.</exception>
    public ExerciseProgress Update(string id, Func<ExerciseProgress, ExerciseProgress> change)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(change);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using FileStream held = Lock();
        Content content = Parse() ?? Begin();
        ExerciseProgress now = change(content.Exercises.GetValueOrDefault(id) ?? new ExerciseProgress());
        content.Exercises[id] = now;
        OutputFile.Write(Path, stream => JsonSerializer.Serialize(stream, content, Json));
        return now;
    }

    // The lock file stays: whoever removed it could remove the lock of another.
    private FileStream Lock()
    {
        long deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 < deadline)
            {
                Thread.Sleep(20);
            }
        }
    }

    private Content? Parse()
    {
        try
        {
            using FileStream file = File.OpenRead(Path);
            Content? content = JsonSerializer.Deserialize<Content>(file, Json);
            return content is { Version: 1 } ? content : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    private Content Begin()
    {
        if (File.Exists(Path))
        {
            string aside = string.Create(CultureInfo.InvariantCulture, $"{Path}.damaged-{DateTime.UtcNow:yyyyMMdd-HHmmss-fff}");
            File.Move(Path, aside);
            KeptAside = aside;
        }
        return new Content();
    }

    private sealed class Content
    {
        public int Version { get; init; } = 1;

        public Dictionary<string, ExerciseProgress> Exercises { get; init; } = [];
    }
}
