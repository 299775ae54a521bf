using System.Diagnostics;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Commands;

/// <summary>The real command line.</summary>
internal static class Hacklab
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code, and what it printed on both streams.</returns>
    public static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(HackLabRepository.Executable, arguments)
        {
            WorkingDirectory = HackLabRepository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string[] said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
