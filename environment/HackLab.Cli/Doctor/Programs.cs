using System.ComponentModel;
using System.Diagnostics;

namespace HackLab.Cli.Doctor;

/// <summary>Finds and asks other programs.</summary>
internal static class Programs
{
    /// <summary>The program's full path, looked up in PATH; null if it is not there.</summary>
    public static string? Find(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending))).FirstOrDefault(File.Exists);
    }

    /// <summary>What the program prints; null if it cannot be started, fails, or takes longer than ten seconds.</summary>
    public static async Task<string?> AskAsync(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            })!;
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
            try
            {
                await Task.WhenAll(output, errors, process.WaitForExitAsync(patience.Token));
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
            return process.ExitCode == 0 ? await output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
