using System.ComponentModel;
using System.Diagnostics;

namespace HackLab.Jupyter.Lifetime;

/// <summary>Another process, of which we want to know whether it still lives, even if its number is used again.</summary>
internal abstract class WatchedProcess
{
    /// <summary>A process by its number; null if there is none that we can see, such as one outside our container.</summary>
    public static WatchedProcess? Find(int id) => OperatingSystem.IsLinux() ? LinuxProcess.Open(id) : DotNetProcess.Open(id);

    /// <summary>True once it has ended. A zombie has ended: its own parent just has not looked yet.</summary>
    public abstract bool HasEnded();

    /// <summary>By /proc/ID/stat, where the 3rd field is the state and the 22nd the time of its start.</summary>
    private sealed class LinuxProcess(int id, string started) : WatchedProcess
    {
        public static LinuxProcess? Open(int id) => Started(id) is { } started ? new LinuxProcess(id, started) : null;

        public override bool HasEnded() => Started(id) != started;

        private static string? Started(int id)
        {
            try
            {
                string stat = File.ReadAllText($"/proc/{id}/stat");
                string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');   // the name before may contain anything
                return fields[0] is "Z" or "X" ? null : fields[22 - 3];
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>By a handle, which .NET keeps to this very process.</summary>
    private sealed class DotNetProcess(Process process) : WatchedProcess
    {
        public static DotNetProcess? Open(int id)
        {
            try
            {
                var process = Process.GetProcessById(id);
                return process.HasExited ? null : new DotNetProcess(process);
            }
            catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or Win32Exception)
            {
                return null;
            }
        }

        public override bool HasEnded() => process.HasExited;
    }
}
