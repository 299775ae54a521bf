using HackLab.Kernel;

namespace HackLab.Cli;

/// <summary>The one place that names the engine.</summary>
internal static class KernelFactory
{
    /// <summary>A new session whose relative paths start at this folder.</summary>
    public static IKernel Create(string workingDirectory) =>
        new KernelSession(new KernelOptions { WorkingDirectory = workingDirectory });
}
