using HackLab.Jupyter;

namespace HackLab.Cli.Commands;

/// <summary>Starts the kernel for a Jupyter client.</summary>
internal static class KernelStart
{
    public static Task<int> RunAsync(string connectionFile) =>
        JupyterServer.RunAsync(connectionFile, () => KernelFactory.Create(Environment.CurrentDirectory));
}
