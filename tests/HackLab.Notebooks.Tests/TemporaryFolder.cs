namespace HackLab.Notebooks.Tests;

/// <summary>A folder of its own for a test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hacklab-lessons-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
