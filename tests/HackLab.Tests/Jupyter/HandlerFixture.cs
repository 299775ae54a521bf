using System.Text.Json;
using HackLab.Jupyter.Handlers;
using HackLab.Jupyter.Messages;
using HackLab.Kernel;

namespace HackLab.Tests.Jupyter;

/// <summary>The handlers with a fake engine below and a list instead of sockets above: the first ring of tests.</summary>
internal sealed class HandlerFixture : IOutbox, IDisposable
{
    private readonly Dispatcher _shell;
    private readonly Dispatcher _control;
    private readonly EngineHost _engine;
    private readonly List<Sent> _sent = [];
    private int _number;

    public HandlerFixture(Func<IKernel>? create = null)
    {
        _engine = new EngineHost(create ?? (() => Kernel), Log.Enqueue);
        Stdin = new StdinChannel(this);
        var history = new History();
        Cells = new ExecuteHandler(_engine, history, Stdin, () => NewestWaiting ?? _number);
        var lifetime = new LifetimeHandlers(Cells, () => Exits++);
        _shell = new Dispatcher(HandlerTable.ForShell(Cells, new CodeHandlers(_engine), new HistoryHandler(history), lifetime), Log.Enqueue);
        _control = new Dispatcher(HandlerTable.ForControl(lifetime), Log.Enqueue);
        _engine.Start();
    }

    public FakeKernel Kernel { get; } = new();

    public ExecuteHandler Cells { get; }

    public StdinChannel Stdin { get; }

    public System.Collections.Concurrent.ConcurrentQueue<string> Log { get; } = [];

    public int Exits { get; private set; }

    /// <summary>How many requests have arrived; as many as were handled, if null.</summary>
    public long? NewestWaiting { get; set; }

    /// <summary>What the client does when it is asked for input.</summary>
    public Action<string> OnAsked { get; set; } = static _ => { };

    public bool StdinReachable { get; set; } = true;

    /// <summary>Handles a request, and returns all that was sent meanwhile.</summary>
    public List<Sent> Handle(string type, object content, object? metadata = null, Channel channel = Channel.Shell)
    {
        int before;
        lock (_sent) before = _sent.Count;
        (channel == Channel.Shell ? _shell : _control).Dispatch(new Request(Message(type, content, metadata), channel, ++_number, this));
        lock (_sent) return _sent.GetRange(before, _sent.Count - before);
    }

    public List<Sent> Execute(string code) => Handle("execute_request", new { code });

    /// <summary>A message as a client makes it.</summary>
    public static JupyterMessage Message(string type, object content, object? metadata = null, object? parent = null, string client = "client")
    {
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(new { msg_id = Guid.NewGuid().ToString("N"), msg_type = type, session = "s" });
        return JupyterMessage.Parse(new MessageFrames(
            [System.Text.Encoding.ASCII.GetBytes(client)], [], header, JsonSerializer.SerializeToUtf8Bytes(parent ?? new { }),
            JsonSerializer.SerializeToUtf8Bytes(metadata ?? new { }), JsonSerializer.SerializeToUtf8Bytes(content), []));
    }

    public void Reply(Channel channel, JupyterMessage request, OutgoingMessage reply) =>
        Add(new Sent(channel == Channel.Control ? "control" : "shell", reply, request));

    public void Publish(OutgoingMessage message, bool wait) => Add(new Sent("iopub", message, null));

    public string? Ask(JupyterMessage request, OutgoingMessage question, CancellationToken cancellation)
    {
        if (!StdinReachable) return null;
        Add(new Sent("stdin", question, request));
        OnAsked("question-1");
        return "question-1";
    }

    public void Dispose()
    {
        _engine.Dispose();
        Stdin.Dispose();
    }

    private void Add(Sent sent)
    {
        lock (_sent) _sent.Add(sent);
    }

    /// <summary>A message that was sent, and where.</summary>
    internal sealed record Sent(string Where, OutgoingMessage Message, JupyterMessage? Request)
    {
        public string Type => Message.Type;

        public JsonElement Content { get; } = JsonDocument.Parse(Message.Content).RootElement;

        public string Text(string name) => Content.GetProperty(name).GetString()!;

        public override string ToString() => Where + ":" + (Type == "status" ? Text("execution_state") : Type);
    }
}
