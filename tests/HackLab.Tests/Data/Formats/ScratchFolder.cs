namespace HackLab.Tests.Data.Formats;

/// <summary>A folder for one test's files, gone when the test is.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-").FullName;

    internal string PathOf(string name) => Path.Combine(_folder, name);

    internal string[] Files => Directory.GetFiles(_folder);

    internal string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
