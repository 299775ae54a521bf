namespace HackLab.Cli;

/// <summary>What the process tells its caller; the same four everywhere.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A cell failed, a lesson breaks a rule, or the doctor found something missing.</summary>
    public const int Failed = 1;

    /// <summary>The command or a file it names is wrong; nothing was run.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C: 128 + SIGINT, as shells expect.</summary>
    public const int Stopped = 130;
}
