using System.Runtime.CompilerServices;
using HackLab.Cli.Commands;
using HackLab.Cli.Engines;

namespace HackLab.Cli;

/// <summary>
/// The front door. The two ways in which other programs start it come first and load nothing of the command line's
/// libraries: every millisecond here is one that somebody waits for a kernel.
/// </summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments) => arguments switch
    {
        ["kernel", "start", "--connection-file", var file] => StartKernel(file),
        [ChildEngine.Verb, var pipe] => RunEngine(pipe),
        _ => RunCommandLine(arguments),
    };

    // Not inlined: a method loads the libraries it mentions when it is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> StartKernel(string connectionFile) => KernelStart.RunAsync(connectionFile);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> RunEngine(string pipe) => EngineProcess.RunAsync(pipe);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> RunCommandLine(string[] arguments) => RootCommands.RunAsync(arguments);
}
