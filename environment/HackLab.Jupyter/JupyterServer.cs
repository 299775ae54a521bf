using System.Runtime.InteropServices;
using HackLab.Jupyter.Lifetime;
using HackLab.Jupyter.Messages;
using HackLab.Kernel;

namespace HackLab.Jupyter;

/// <summary>Runs this process as a Jupyter kernel.</summary>
public static class JupyterServer
{
    /// <summary>
    /// Serves the clients of a connection file until one asks for shutdown, the process is told to end (SIGTERM), or the process
    /// that started it is gone. SIGINT interrupts the running cell. Answers clients before the engine is there: it is made and
    /// warmed up on a thread of its own.
    /// </summary>
    /// <param name="connectionFile">Path of the JSON file that Jupyter has written.</param>
    /// <param name="createKernel">Makes the engine; called once, on another thread.</param>
    /// <returns>The exit code: 0 after a shutdown, 1 if the kernel could not start (why is on standard error).</returns>
    /// <remarks>
    /// After this has returned the process has a few seconds to end; then it is ended, because a cell may have left threads
    /// running that would keep it.
    /// </remarks>
    /// <example><code>return await JupyterServer.RunAsync(path, () => new KernelSession());</code></example>
    public static Task<int> RunAsync(string connectionFile, Func<IKernel> createKernel)
    {
        ArgumentNullException.ThrowIfNull(connectionFile);
        ArgumentNullException.ThrowIfNull(createKernel);
        var result = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => result.SetResult(Run(connectionFile, createKernel))) { Name = "Jupyter kernel" }.Start();
        return result.Task;
    }

    private static int Run(string connectionFile, Func<IKernel> createKernel)
    {
        var log = new ServerLog(Console.OpenStandardError());
        KernelServer? server = null;
        try
        {
            server = new KernelServer(ConnectionFile.Read(connectionFile), createKernel, log.Write);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException
            or System.Net.Sockets.SocketException or ArgumentException)
        {
            log.Write($"the kernel did not start: {fault.Message}");
            return 1;
        }

        ParentWatch.Start(() =>
        {
            log.Write("the process that started this kernel is gone, so the kernel ends too");
            server.Exit();
        });
        InterruptSignal.Heed();
        using PosixSignalRegistration interrupt = On(PosixSignal.SIGINT, server.Interrupt);
        using PosixSignalRegistration terminate = On(PosixSignal.SIGTERM, server.Exit);
        server.WaitForExit();
        ProcessEnd.Within(TimeSpan.FromSeconds(4));
        server.Dispose();
        return 0;
    }

    private static PosixSignalRegistration On(PosixSignal signal, Action action) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        action();
    });
}
