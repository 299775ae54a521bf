using System.Diagnostics;

namespace HackLab.Cli.Engines;

/// <summary>The most memory this process has held.</summary>
internal static class PeakMemory
{
    /// <summary>In bytes. Where the system keeps no peak (macOS reports 0), what is held now.</summary>
    public static long OfThisProcess()
    {
        using Process process = Process.GetCurrentProcess();
        return Math.Max(process.PeakWorkingSet64, process.WorkingSet64);
    }
}
