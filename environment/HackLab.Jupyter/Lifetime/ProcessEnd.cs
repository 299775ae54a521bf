namespace HackLab.Jupyter.Lifetime;

/// <summary>Makes sure that the process ends, whatever code of cells is still running in it.</summary>
internal static class ProcessEnd
{
    /// <summary>
    /// Ends the process in an orderly way after half the time, and in any way after the whole: a cell's handler of ProcessExit
    /// may itself never end.
    /// </summary>
    public static void Within(TimeSpan time)
    {
        Start(() => Environment.Exit(0), time / 2);
        Start(System.Diagnostics.Process.GetCurrentProcess().Kill, time);
    }

    private static void Start(Action end, TimeSpan after)
    {
        new Thread(() =>
        {
            Thread.Sleep(after);
            end();
        }) { IsBackground = true, Name = "Process end" }.Start();
    }
}
