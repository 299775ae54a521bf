namespace HackLab.Jupyter.Lifetime;

/// <summary>SIGINT, as Ctrl+C and <c>kill -INT</c> send it.</summary>
public static class InterruptSignal
{
    private const int SIGINT = 2;

    /// <summary>
    /// Makes the process receive SIGINT even if it was started with the signal ignored, as shells start background jobs: .NET
    /// leaves an ignored signal ignored, whoever registers for it. Somebody who sends it to this very process means it. To be
    /// called before anything registers for the signal; does nothing on Windows, or if the signal is not ignored.
    /// </summary>
    public static void Heed()
    {
        if (!OperatingSystem.IsWindows() && UnixProcess.Ignores(SIGINT)) UnixProcess.RestoreDefault(SIGINT);
    }
}
