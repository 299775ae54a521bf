using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace HackLab.Jupyter.Lifetime;

/// <summary>
/// Ends the kernel when those it was started for are gone, so that no process is left behind.
/// <list type="bullet">
/// <item>JPY_PARENT_PID is set: Jupyter started us and wants us to follow it. On Unix the variable is a process number. Both that
/// process and our direct parent are watched, because a shell script may stand between us. On Windows it is a handle.</item>
/// <item>It is not set, and we were detached on purpose: started with nohup, or as the leader of our own session (setsid, or
/// jupyter_client's independent=True, which means "survive me"). Nobody is watched.</item>
/// <item>It is not set, and we were started like any child: the direct parent is watched, such as an editor that writes connection
/// files itself. (On Windows nothing tells who that is, and jobs do this there.)</item>
/// </list>
/// </summary>
internal sealed class ParentWatch
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Func<bool> _isGone;
    private readonly Action _parentGone;

    private ParentWatch(Func<bool> isGone, Action parentGone)
    {
        _isGone = isGone;
        _parentGone = parentGone;
    }

    /// <summary>Starts watching on a thread that costs nothing in between; does nothing if there is nobody to watch.</summary>
    public static void Start(Action parentGone)
    {
        string? variable = Environment.GetEnvironmentVariable("JPY_PARENT_PID");
        bool named = long.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out long parent) && parent > 1;
        if (OperatingSystem.IsWindows())
        {
            if (named) Watch(HandleGone((nint)parent), parentGone, Period);
            return;
        }

        int direct = UnixProcess.Parent();
        if (!named && (direct <= 1 || UnixProcess.IgnoresHangup() || UnixProcess.IsSessionLeader())) return;
        Watch(UnixGone(direct, named ? (int)parent : null), parentGone, Period);
    }

    /// <summary>Watches with a question of its own.</summary>
    internal static void Watch(Func<bool> isGone, Action parentGone, TimeSpan period)
    {
        var watch = new ParentWatch(isGone, parentGone);
        new Thread(() => watch.Run(period)) { IsBackground = true, Name = "Parent watch" }.Start();
    }

    private static Func<bool> UnixGone(int direct, int? named)
    {
        // A named process that we cannot see is one of another container: then the direct parent has to do.
        WatchedProcess? jupyter = named is { } id && id != direct ? WatchedProcess.Find(id) : null;
        return () => !OperatingSystem.IsWindows() && ((direct > 1 && UnixProcess.Parent() != direct) || jupyter?.HasEnded() == true);
    }

    private static Func<bool> HandleGone(nint handle)
    {
        var process = new SafeWaitHandle(handle, ownsHandle: false);
        var ended = new ManualResetEvent(false) { SafeWaitHandle = process };
        return () => ended.WaitOne(0);
    }

    private void Run(TimeSpan period)
    {
        while (!_isGone()) Thread.Sleep(period);
        _parentGone();
    }
}
