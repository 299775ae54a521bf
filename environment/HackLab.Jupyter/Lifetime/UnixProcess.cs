using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace HackLab.Jupyter.Lifetime;

/// <summary>The few questions about processes that .NET has no words for.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixProcess
{
    private const int SIGHUP = 1;

    /// <summary>The parent's id: 1, or that of a reaper, once the real parent is gone.</summary>
    public static int Parent() => getppid();

    /// <summary>True if we lead a session of our own: we were started with setsid.</summary>
    public static bool IsSessionLeader() => getsid(0) == Environment.ProcessId;

    /// <summary>True if SIGHUP is ignored: we were started with nohup. Asked before anything in .NET handles signals.</summary>
    public static bool IgnoresHangup() => Ignores(SIGHUP);

    /// <summary>True if a signal is ignored. Asked before anything in .NET handles it.</summary>
    public static unsafe bool Ignores(int number)
    {
        // struct sigaction starts with the handler on every Unix; 256 bytes are more than any of them has. SIG_IGN is 1.
        byte* action = stackalloc byte[256];
        return sigaction(number, 0, (nint)action) == 0 && *(nint*)action == 1;
    }

    /// <summary>Gives a signal its default action: SIG_DFL is 0 everywhere.</summary>
    public static void RestoreDefault(int number) => signal(number, 0);

    [LibraryImport("libc")]
    private static partial int getppid();

    [LibraryImport("libc")]
    private static partial int getsid(int process);

    [LibraryImport("libc")]
    private static partial int sigaction(int signal, nint action, nint old);

    [LibraryImport("libc")]
    private static partial nint signal(int number, nint handler);
}
