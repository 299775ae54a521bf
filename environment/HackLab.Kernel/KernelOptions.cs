namespace HackLab.Kernel;

/// <summary>How a kernel session starts.</summary>
public sealed record KernelOptions
{
    /// <summary>Where relative paths in directives start; by default the process's working directory.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Seconds after an interrupt until the person is told that the code does not stop.</summary>
    public double SecondsUntilStuckNotice { get; init; } = 5;
}
