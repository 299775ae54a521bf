using System.Net.Sockets;
using System.Text;

namespace HackLab.Jupyter.Zmtp;

/// <summary>One peer: greeting, handshake, then messages in both directions. Lives on the reactor's thread.</summary>
internal sealed class ZmtpConnection
{
    private readonly ZmtpSocket _owner;
    private readonly Reactor _reactor;
    private readonly ZmtpGreeting _greeting = new();
    private readonly FrameParser _parser = new();
    private readonly long _opened = Environment.TickCount64;
    private List<byte[]> _message = [];
    private long _messageBytes;
    private bool _greeted;

    public ZmtpConnection(Socket socket, ZmtpSocket owner, Reactor reactor)
    {
        Socket = socket;
        _owner = owner;
        _reactor = reactor;
        Outgoing = new SendQueue(owner.QueueBytes);
        Outgoing.Add(ZmtpGreeting.Ours());
        Outgoing.Add(ZmtpCommand.Ready(owner.Type));
    }

    public Socket Socket { get; }

    public SendQueue Outgoing { get; }

    /// <summary>The routing id that the peer chose; empty if it chose none.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>What the owner wants to remember of this peer.</summary>
    public object? Tag { get; set; }

    /// <summary>True once both sides have said READY.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Greeting or handshake unfinished for too long.</summary>
    public bool IsOverdue => !IsReady && Environment.TickCount64 - _opened > (long)ZmtpLimits.Handshake.TotalMilliseconds;

    public bool WantsBytes => !IsReady || _owner.WantsMessages;

    /// <summary>Sends a message; any thread. False if it was dropped, because the peer does not read or is gone.</summary>
    public bool Send(byte[] message, bool always = false)
    {
        bool added = Outgoing.Add(message, always);
        if (added) _reactor.Wake();
        return added;
    }

    /// <summary>Takes bytes as they came.</summary>
    /// <exception cref="ZmtpViolation">They break the protocol.</exception>
    public void Receive(ReadOnlySpan<byte> bytes)
    {
        if (!_greeted && !(_greeted = _greeting.TryTake(ref bytes))) return;
        while (_parser.TryTake(ref bytes, out ZmtpFrame frame))
        {
            if (frame.IsCommand) ReceiveCommand(new ZmtpCommand(frame.Body));
            else ReceiveFrame(frame);
        }
    }

    /// <summary>Tells the owner, and every thread that waits for room.</summary>
    public void Close()
    {
        Outgoing.Close();
        if (IsReady) _owner.Left(this);
    }

    private void ReceiveFrame(ZmtpFrame frame)
    {
        if (!IsReady) throw new ZmtpViolation("a message before READY");
        _messageBytes += frame.Body.Length;
        if (_messageBytes > ZmtpLimits.MessageBytes) throw new ZmtpViolation($"a message of more than {ZmtpLimits.MessageBytes} bytes");
        if (_message.Count == ZmtpLimits.MessageFrames) throw new ZmtpViolation($"a message of more than {ZmtpLimits.MessageFrames} frames");
        _message.Add(frame.Body);
        if (frame.More) return;
        List<byte[]> whole = _message;
        _message = [];
        _messageBytes = 0;
        _owner.Received(this, whole);
    }

    private void ReceiveCommand(ZmtpCommand command)
    {
        if (!IsReady) Handshake(command);
        else if (command.Name.SequenceEqual("PING"u8)) Send(command.Pong());
        else _owner.Received(this, command);
    }

    private void Handshake(ZmtpCommand command)
    {
        if (command.Name.SequenceEqual("ERROR"u8)) throw new ZmtpViolation("the peer refused the connection");
        if (!command.Name.SequenceEqual("READY"u8)) throw new ZmtpViolation("a command other than READY opened the connection");
        string type = Encoding.ASCII.GetString(command.Property("Socket-Type"));
        if (!_owner.Accepts(type))
        {
            string reason = $"a {(type.Length == 0 ? "nameless" : type)} socket cannot talk to a {_owner.Type}";
            Send(ZmtpCommand.Error(reason));
            Outgoing.SendTo(Socket);   // a courtesy: what the network does not take at once is not worth waiting for
            throw new ZmtpViolation(reason);
        }

        Identity = command.Property("Identity");
        if (Identity.Length > byte.MaxValue) throw new ZmtpViolation("an identity of more than 255 bytes");
        IsReady = true;
        _owner.Joined(this);
    }
}
