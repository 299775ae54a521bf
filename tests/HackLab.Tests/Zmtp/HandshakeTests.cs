using System.Collections.Concurrent;
using System.Net;
using System.Text;
using HackLab.Jupyter.Zmtp;
using Xunit;

namespace HackLab.Tests.Zmtp;

public sealed class HandshakeTests : IDisposable
{
    private readonly TestReactor _test = new();
    private readonly BlockingCollection<List<byte[]>> _received = [];
    private readonly RouterSocket _router;
    private readonly EndPoint _endPoint;

    public HandshakeTests()
    {
        _router = new RouterSocket(_received.Add);
        _endPoint = _test.Bind(_router);
        _test.Start();
    }

    public void Dispose() => _test.Dispose();

    [Fact]
    public void The_greeting_is_version_3_1_with_mechanism_NULL()
    {
        using var peer = new RawPeer(_endPoint);
        byte[] greeting = peer.Receive(64);
        Assert.Equal([0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 3, 1, .. "NULL"u8], greeting[..16]);
        Assert.All(greeting[16..], b => Assert.Equal(0, b));
    }

    [Fact]
    public void A_handshake_that_comes_byte_by_byte_is_understood()
    {
        using var peer = new RawPeer(_endPoint);
        byte[] all = [.. RawPeer.Greeting(), .. RawPeer.Ready("DEALER", "me"), .. RawPeer.Frame(1, "a"u8), .. RawPeer.Frame(0, "b"u8)];
        foreach (byte b in all) peer.Send([b]);
        Assert.Equal(["me", "a", "b"], Take().ConvertAll(Encoding.ASCII.GetString));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "not a ZeroMQ")]
    [InlineData("\u0001", "not a ZeroMQ")]
    public void A_stranger_is_shown_the_door_at_its_first_byte(string words, string logged)
    {
        using var peer = new RawPeer(_endPoint);
        peer.Send(Encoding.Latin1.GetBytes(words)).AssertClosed();
        _test.AssertLogged(logged);
    }

    [Theory]
    [InlineData(3, "CURVE", "CURVE")]
    [InlineData(3, "NULLX", "NULLX")]
    [InlineData(2, "NULL", "revision 2")]
    public void Another_mechanism_or_version_is_refused(byte major, string mechanism, string logged)
    {
        using var peer = new RawPeer(_endPoint);
        peer.Send(RawPeer.Greeting(major, mechanism)).AssertClosed();
        _test.AssertLogged(logged);
    }

    [Fact]
    public void A_socket_type_that_does_not_fit_gets_an_error_with_the_reason()
    {
        using var peer = new RawPeer(_endPoint);
        peer.Send([.. RawPeer.Greeting(), .. RawPeer.Ready("SUB")]);
        peer.Receive(64);
        peer.ReceiveFrame();
        (byte flags, byte[] body) = peer.ReceiveFrame();
        Assert.Equal(4, flags);
        Assert.Equal("ERROR", Encoding.ASCII.GetString(body, 1, 5));
        Assert.Contains("a SUB socket cannot talk to a ROUTER", Encoding.ASCII.GetString(body, 7, body.Length - 7), StringComparison.Ordinal);
        peer.AssertClosed();
    }

    public static TheoryData<byte[]> BadOpenings => new()
    {
        RawPeer.Frame(0, "too early"u8),                                       // a message before READY
        RawPeer.Frame(4, [4, .. "PING"u8, 0, 0]),                              // another command first
        RawPeer.Frame(4, []),                                                  // a command without a name
        RawPeer.Frame(4, [200, .. "READY"u8]),                                 // a name longer than the command
        RawPeer.Frame(4, [5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 9, 9]),   // a value longer than the command
        RawPeer.Frame(4, [5, .. "READY"u8, 11, .. "Sock"u8]),                  // a name that is cut off
        RawPeer.Frame(4, [5, .. "READY"u8]),                                   // no socket type
        RawPeer.Frame(4, [5, .. "ERROR"u8, 2, .. "no"u8]),
    };

    [Theory]
    [MemberData(nameof(BadOpenings))]
    public void A_broken_opening_ends_that_connection_and_no_other(byte[] opening)
    {
        using RawPeer good = new RawPeer(_endPoint).Shake("DEALER", "good");
        using var bad = new RawPeer(_endPoint);
        bad.Send([.. RawPeer.Greeting(), .. opening]).AssertClosed();
        good.Send(RawPeer.Frame(0, "still here"u8));
        Assert.Equal("still here", Encoding.ASCII.GetString(Take()[1]));
    }

    [Fact]
    public void Ping_is_answered_with_its_context()
    {
        using RawPeer peer = new RawPeer(_endPoint).Shake("DEALER");
        peer.Send(RawPeer.Frame(4, [4, .. "PING"u8, 0, 10, .. "context"u8]));
        Assert.Equal([4, .. "PONG"u8, .. "context"u8], peer.ReceiveFrame().Body);
    }

    [Fact]
    public void A_client_that_vanishes_inside_a_message_leaves_nothing_behind()
    {
        for (int i = 0; i < 50; i++)
        {
            RawPeer peer = new RawPeer(_endPoint).Shake("DEALER", "gone");
            peer.Send([.. RawPeer.Frame(1, "half"u8), 2, 0, 0, 0, 0, 0, 1]);
            peer.Vanish();
        }

        using RawPeer next = new RawPeer(_endPoint).Shake("DEALER", "next");
        next.Send(RawPeer.Frame(0, "whole"u8));
        Assert.Equal(["next", "whole"], Take().ConvertAll(Encoding.ASCII.GetString));
        Assert.Empty(_received);
    }

    [Fact]
    public void A_port_is_taken_by_one_only()
    {
        using var second = new TestReactor();
        var port = new TcpEndpoint(IPAddress.Loopback, ((IPEndPoint)_endPoint).Port);
        Assert.Throws<System.Net.Sockets.SocketException>(() => second.Reactor.Bind(new EchoSocket(), port));
    }

    [Fact]
    public void A_port_can_be_taken_again_while_old_connections_linger()
    {
        using RawPeer peer = new RawPeer(_endPoint).Shake("DEALER");
        _test.Dispose();   // we close first, so it is our side that lingers
        peer.AssertClosed();
        using var second = new TestReactor();
        Assert.Equal(_endPoint, second.Reactor.Bind(new EchoSocket(), new TcpEndpoint(IPAddress.Loopback, ((IPEndPoint)_endPoint).Port)));
    }

    [Fact]
    public void Thousands_of_reconnects_are_served()
    {
        for (int i = 0; i < 3000; i++)
        {
            using RawPeer peer = new RawPeer(_endPoint).Shake("DEALER", "again");
            peer.Send(RawPeer.Frame(0, BitConverter.GetBytes(i)));
            Assert.Equal(i, BitConverter.ToInt32(Take()[1]));
        }

        Assert.True(SpinWait.SpinUntil(() => _test.Reactor.ConnectionCount == 0, RawPeer.Patience));
    }

    private List<byte[]> Take()
    {
        Assert.True(_received.TryTake(out List<byte[]>? frames, RawPeer.Patience));
        return frames;
    }
}
