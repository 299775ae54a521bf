using System.IO.Pipes;
using System.Runtime.InteropServices;
using HackLab.Kernel;

namespace HackLab.Cli.Engines;

/// <summary>What the program does when it was started as an engine process.</summary>
internal static class EngineProcess
{
    public static async Task<int> RunAsync(string pipeName)
    {
        // Ctrl-C reaches every process of the terminal; here the runner decides what stops, and says so on the pipe.
        using PosixSignalRegistration ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await pipe.ConnectAsync();
        using IKernel kernel = KernelFactory.Create(Environment.CurrentDirectory);
        await new EngineServer(kernel, pipe).RunAsync();

        // Threads that a cell left behind must not keep the process alive.
        Environment.Exit(ExitCode.Ok);
        return ExitCode.Ok;
    }
}
