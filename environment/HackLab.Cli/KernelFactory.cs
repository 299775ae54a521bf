using HackLab.Kernel;

namespace HackLab.Cli;

/// <summary>The one place that names the engine.</summary>
internal static class KernelFactory
{
    public static IKernel Create(string workingDirectory) => throw new UsageException(workingDirectory);
}
