using HackLab.Jupyter.Handlers;
using HackLab.Jupyter.Messages;
using HackLab.Jupyter.Zmtp;
using HackLab.Kernel;

namespace HackLab.Jupyter;

/// <summary>One kernel on its five sockets: puts the parts together. Knows nothing of processes; see <see cref="JupyterServer"/>.</summary>
internal sealed class KernelServer : IDisposable
{
    private readonly ManualResetEventSlim _exit = new();
    private readonly Reactor _reactor;
    private readonly Inbox _shellInbox;
    private readonly Inbox _controlInbox;
    private readonly EngineHost _engine;
    private readonly StdinChannel _stdinChannel;
    private readonly ExecuteHandler _cells;

    /// <summary>Opens the sockets, answers, and starts making the engine.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public KernelServer(ConnectionFile connection, Func<IKernel> createKernel, Action<string> log)
    {
        _reactor = new Reactor(log);
        _shellInbox = new Inbox(_reactor.Wake);
        _controlInbox = new Inbox(_reactor.Wake);
        var signer = new MessageSigner(connection.Key);
        var reader = new MessageReader(signer, log);
        var shell = new RouterSocket(_shellInbox.Add, () => _shellInbox.HasRoom);
        var control = new RouterSocket(_controlInbox.Add, () => _controlInbox.HasRoom);
        var stdin = new RouterSocket(frames => ReceiveInput(reader, frames));
        var iopub = new PublisherSocket();
        var outbox = new SocketOutbox(signer, shell, control, stdin, iopub);
        _engine = new EngineHost(createKernel, log);
        _stdinChannel = new StdinChannel(outbox);
        var history = new History();
        _cells = new ExecuteHandler(_engine, history, _stdinChannel, () => _shellInbox.Newest);
        var lifetime = new LifetimeHandlers(_cells, _exit.Set);
        var shellTable = HandlerTable.ForShell(_cells, new CodeHandlers(_engine), new HistoryHandler(history), lifetime);
        try
        {
            _reactor.Bind(shell, connection.Endpoint(connection.ShellPort));
            _reactor.Bind(control, connection.Endpoint(connection.ControlPort));
            _reactor.Bind(stdin, connection.Endpoint(connection.StdinPort));
            _reactor.Bind(iopub, connection.Endpoint(connection.IoPubPort));
            _reactor.Bind(new EchoSocket(), connection.Endpoint(connection.HeartbeatPort));
        }
        catch
        {
            _reactor.Dispose();
            throw;
        }

        _reactor.Start();
        new RequestLoop(Channel.Control, _controlInbox, reader, new Dispatcher(HandlerTable.ForControl(lifetime), log), outbox).Start();
        new RequestLoop(Channel.Shell, _shellInbox, reader, new Dispatcher(shellTable, log), outbox).Start();
        _engine.Start();
    }

    /// <summary>Waits until a client asks for shutdown, or <see cref="Exit"/>.</summary>
    public void WaitForExit() => _exit.Wait();

    /// <summary>Ends the kernel; any thread.</summary>
    public void Exit() => _exit.Set();

    /// <summary>Stops the running cell; any thread.</summary>
    public void Interrupt() => _cells.Interrupt();

    /// <summary>Stops the running cell, sends what is still queued (a second at most), closes the sockets and disposes the engine.</summary>
    public void Dispose()
    {
        _shellInbox.Close();
        _controlInbox.Close();
        _cells.Interrupt();
        _reactor.Stop(TimeSpan.FromSeconds(1));
        _reactor.Dispose();
        _engine.Dispose();
        // Not disposed: the events that a cell which cannot be stopped may still be waiting on. The process is ending.
    }

    private void ReceiveInput(MessageReader reader, List<byte[]> frames)
    {
        if (reader.Read(frames) is { } message) _stdinChannel.Receive(message);
    }
}
