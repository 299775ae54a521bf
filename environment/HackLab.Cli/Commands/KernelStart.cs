namespace HackLab.Cli.Commands;

/// <summary>Starts the kernel for a Jupyter client.</summary>
internal static class KernelStart
{
    public static Task<int> RunAsync(string connectionFile)
    {
        throw new UsageException(connectionFile);
    }
}
