using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

/// <summary>A session in a folder of its own.</summary>
internal sealed class Notebook : IDisposable
{
    public Notebook()
    {
        Folder = Directory.CreateTempSubdirectory("hacklab-test-").FullName;
        Kernel = new KernelSession(new KernelOptions { WorkingDirectory = Folder });
    }

    public string Folder { get; }

    public KernelSession Kernel { get; }

    /// <summary>Writes a file into the session's folder.</summary>
    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs a cell, however it ends.</summary>
    public async Task<(CellResult Result, RecordingOutput Output)> Run(string code, string language = "csharp")
    {
        var output = new RecordingOutput { Answer = (prompt, _, _) => "answer to " + prompt };
        CellResult result = await Kernel.ExecuteAsync(new CellRequest(code, language), output);
        return (result, output);
    }

    /// <summary>Runs a cell that must not fail.</summary>
    public async Task<RecordingOutput> Good(string code, string language = "csharp")
    {
        (CellResult result, RecordingOutput output) = await Run(code, language);
        Assert.True(result.Status == CellStatus.Ok, $"{result.Status}: {string.Join('\n', result.Error?.Traceback ?? [])}");
        return output;
    }

    /// <summary>The plain text of a cell's value.</summary>
    public async Task<string?> Value(string code, string language = "csharp") => (await Good(code, language)).Value;

    /// <summary>Runs a cell that must fail.</summary>
    public async Task<CellError> Bad(string code, string language = "csharp")
    {
        (CellResult result, _) = await Run(code, language);
        Assert.Equal(CellStatus.Error, result.Status);
        return result.Error!;
    }

    public void Dispose()
    {
        Kernel.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
