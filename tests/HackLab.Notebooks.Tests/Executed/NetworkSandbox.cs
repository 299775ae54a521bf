using System.Diagnostics;

namespace HackLab.Notebooks.Tests.Executed;

/// <summary>On Linux: a network namespace with nothing in it, where the system allows one.</summary>
internal static class NetworkSandbox
{
    private static readonly Lazy<bool> Works = new(Try);

    /// <summary>The command to put in front of another, so that it has no network at all; null where that is not possible.</summary>
    public static IReadOnlyList<string>? Wrapper => Works.Value ? ["unshare", "--map-root-user", "--net"] : null;

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            var start = new ProcessStartInfo("unshare", ["--map-root-user", "--net", "true"]) { RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)   // there is no unshare
        {
            return false;
        }
    }
}
