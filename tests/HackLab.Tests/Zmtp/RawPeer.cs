using System.Buffers.Binary;
using System.Net.Sockets;
using System.Net;
using System.Text;
using HackLab.Jupyter.Zmtp;
using Xunit;

namespace HackLab.Tests.Zmtp;

/// <summary>A peer made of hand-written bytes, independent of the code under test.</summary>
internal sealed class RawPeer : IDisposable
{
    /// <summary>Long enough for any machine; a test that reaches it has failed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Socket _socket;

    public RawPeer(EndPoint endPoint, int receiveBuffer = 0)
    {
        _socket = endPoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0) _socket.ReceiveBufferSize = receiveBuffer;
        _socket.ReceiveTimeout = (int)Patience.TotalMilliseconds;
        _socket.SendTimeout = (int)Patience.TotalMilliseconds;
        _socket.Connect(endPoint);
    }

    public static byte[] Greeting(byte major = 3, string mechanism = "NULL")
    {
        var bytes = new byte[64];
        bytes[0] = 0xFF;
        bytes[9] = 0x7F;
        bytes[10] = major;
        Encoding.ASCII.GetBytes(mechanism).CopyTo(bytes, 12);
        return bytes;
    }

    public static byte[] Frame(byte flags, ReadOnlySpan<byte> body)
    {
        if (body.Length <= 255) return [flags, (byte)body.Length, .. body];
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)body.Length);
        return [(byte)(flags | 2), .. length, .. body];
    }

    public static byte[] Ready(string type, string identity = "")
    {
        byte[] Property(string name, string value) =>
            [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), 0, 0, 0, (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];
        return Frame(4, [5, .. "READY"u8, .. Property("Socket-Type", type), .. Property("Identity", identity)]);
    }

    /// <summary>Greets, says READY and takes the other side's.</summary>
    public RawPeer Shake(string type, string identity = "")
    {
        Send([.. Greeting(), .. Ready(type, identity)]);
        Receive(64);
        (byte flags, byte[] body) = ReceiveFrame();
        Assert.Equal(4, flags);
        Assert.Equal("READY", Encoding.ASCII.GetString(body, 1, 5));
        return this;
    }

    public RawPeer Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[_socket.Send(bytes)..];
        return this;
    }

    public byte[] Receive(int count)
    {
        var bytes = new byte[count];
        int have = 0;
        while (have < count)
        {
            int n = _socket.Receive(bytes.AsSpan(have));
            if (n == 0) throw new EndOfStreamException($"closed after {have} of {count} bytes");
            have += n;
        }

        return bytes;
    }

    public (byte Flags, byte[] Body) ReceiveFrame()
    {
        byte flags = Receive(1)[0];
        long length = (flags & 2) != 0 ? BinaryPrimitives.ReadInt64BigEndian(Receive(8)) : Receive(1)[0];
        return ((byte)(flags & ~2), Receive((int)length));
    }

    public List<byte[]> ReceiveMessage()
    {
        var frames = new List<byte[]>();
        while (true)
        {
            (byte flags, byte[] body) = ReceiveFrame();
            frames.Add(body);
            if ((flags & 1) == 0) return frames;
        }
    }

    /// <summary>Reads until the other side closes; fails if it does not.</summary>
    public void AssertClosed()
    {
        var rest = new byte[4096];
        try
        {
            while (_socket.Receive(rest) > 0)
            {
            }
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.ConnectionReset)
        {
            // Closed in the harder way: there was something that it had not read.
        }
    }

    /// <summary>Vanishes without a word, as a killed process does.</summary>
    public void Vanish()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    public void Dispose() => _socket.Dispose();
}

/// <summary>A reactor with sockets on loopback ports.</summary>
internal sealed class TestReactor : IDisposable
{
    /// <summary>Idle for as long as can be: a wake-up that gets lost is then a test that hangs and fails.</summary>
    public TestReactor() => Reactor = new Reactor(line => Log.Add(line), TimeSpan.FromMinutes(30));

    public Reactor Reactor { get; }

    public System.Collections.Concurrent.BlockingCollection<string> Log { get; } = [];

    public EndPoint Bind(ZmtpSocket socket) => Reactor.Bind(socket, new TcpEndpoint(IPAddress.Loopback, 0));

    public TestReactor Start()
    {
        Reactor.Start();
        return this;
    }

    public void AssertLogged(string part)
    {
        using var end = new CancellationTokenSource(RawPeer.Patience);
        while (!Log.Take(end.Token).Contains(part, StringComparison.Ordinal))
        {
        }
    }

    public void Dispose() => Reactor.Dispose();
}
