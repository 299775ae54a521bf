using System.Diagnostics;
using System.Text;
using HackLab.Jupyter.Lifetime;
using Xunit;

namespace HackLab.Tests.Jupyter;

public sealed class LifetimeTests
{
    [Fact]
    public void A_watched_process_has_ended_when_it_is_killed()
    {
        using Process child = Start();
        WatchedProcess watched = WatchedProcess.Find(child.Id)!;
        Assert.False(watched.HasEnded());
        child.Kill();
        Assert.True(SpinWait.SpinUntil(watched.HasEnded, Zmtp.RawPeer.Patience));
        child.WaitForExit();
        Assert.True(watched.HasEnded());
        Assert.Null(WatchedProcess.Find(child.Id));
    }

    [Fact]
    public void The_watch_asks_until_the_parent_is_gone_and_tells_once()
    {
        int asked = 0;
        int told = 0;
        using var gone = new ManualResetEventSlim();
        ParentWatch.Watch(() => ++asked == 3, () =>
        {
            told++;
            gone.Set();
        }, TimeSpan.FromMilliseconds(1));
        Assert.True(gone.Wait(Zmtp.RawPeer.Patience, TestContext.Current.CancellationToken));
        Assert.Equal((3, 1), (asked, told));
    }

    [Fact]
    public void The_log_has_an_end()
    {
        using var target = new MemoryStream();
        var log = new ServerLog(target);
        for (int i = 0; i < 5000; i++) log.Write("a message was dropped");
        string text = Encoding.UTF8.GetString(target.ToArray());
        Assert.Equal(1000, text.Split("a message was dropped").Length - 1);
        Assert.Contains("no more lines", text, StringComparison.Ordinal);
    }

    /// <summary>A process that does nothing until it is killed: it reads an input that never ends.</summary>
    private static Process Start() => Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "findstr" : "cat")
    {
        RedirectStandardInput = true,
        ArgumentList = { OperatingSystem.IsWindows() ? "x" : "-" },
    })!;
}
