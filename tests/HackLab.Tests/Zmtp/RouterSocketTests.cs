using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Net;
using System.Text;
using HackLab.Jupyter.Zmtp;
using Xunit;

namespace HackLab.Tests.Zmtp;

public sealed class RouterSocketTests : IDisposable
{
    private readonly TestReactor _test = new();
    private readonly BlockingCollection<List<byte[]>> _received = [];
    private readonly RouterSocket _router;
    private readonly EndPoint _endPoint;

    public RouterSocketTests()
    {
        _router = new RouterSocket(_received.Add);
        _endPoint = _test.Bind(_router);
    }

    public void Dispose() => _test.Dispose();

    [Fact]
    public void A_reply_goes_to_the_client_that_asked()
    {
        _test.Start();
        using RawPeer a = new RawPeer(_endPoint).Shake("DEALER", "a");
        using RawPeer b = new RawPeer(_endPoint).Shake("DEALER");
        a.Send(RawPeer.Frame(0, "from a"u8));
        Reply(Take(), "to a");
        b.Send(RawPeer.Frame(0, "from b"u8));
        Reply(Take(), "to b");
        Assert.Equal("to a", Encoding.ASCII.GetString(a.ReceiveMessage()[0]));
        Assert.Equal("to b", Encoding.ASCII.GetString(b.ReceiveMessage()[0]));
    }

    [Fact]
    public void A_client_that_connects_again_takes_over_its_identity()
    {
        _test.Start();
        using RawPeer old = new RawPeer(_endPoint).Shake("DEALER", "same");
        old.Send(RawPeer.Frame(0, "1"u8));
        Take();
        using RawPeer current = new RawPeer(_endPoint).Shake("DEALER", "same");
        current.Send(RawPeer.Frame(0, "2"u8));
        List<byte[]> request = Take();
        old.Vanish();
        Assert.True(SpinWait.SpinUntil(() => _test.Reactor.ConnectionCount == 1, RawPeer.Patience));
        Reply(request, "for the new one");
        Assert.Equal("for the new one", Encoding.ASCII.GetString(current.ReceiveMessage()[0]));
    }

    [Fact]
    public void Of_two_clients_with_one_identity_the_one_that_asked_is_answered()
    {
        _test.Start();
        using RawPeer first = new RawPeer(_endPoint).Shake("DEALER", "same");
        RawPeer second = new RawPeer(_endPoint).Shake("DEALER", "same");
        second.Send(RawPeer.Frame(0, "2"u8));
        Reply(Take(), "to the second");
        Assert.Equal("to the second", Encoding.ASCII.GetString(second.ReceiveMessage()[0]));
        first.Send(RawPeer.Frame(0, "1"u8));
        Reply(Take(), "to the first");
        Assert.Equal("to the first", Encoding.ASCII.GetString(first.ReceiveMessage()[0]));
        second.Send(RawPeer.Frame(0, "last words"u8));
        List<byte[]> request = Take();
        second.Vanish();
        Assert.True(SpinWait.SpinUntil(() => _test.Reactor.ConnectionCount == 1, RawPeer.Patience));
        Reply(request, "to whoever is left");
        Assert.Equal("to whoever is left", Encoding.ASCII.GetString(first.ReceiveMessage()[0]));
    }

    [Fact]
    public void A_reply_to_a_client_that_is_gone_is_dropped()
    {
        _test.Start();
        RawPeer peer = new RawPeer(_endPoint).Shake("DEALER", "gone");
        peer.Send(RawPeer.Frame(0, "hello"u8));
        List<byte[]> request = Take();
        peer.Vanish();
        Assert.True(SpinWait.SpinUntil(() => _test.Reactor.ConnectionCount == 0, RawPeer.Patience));
        Assert.False(_router.Send(request[0], WireMessage.Encode("late"u8.ToArray())));
    }

    [Fact]
    public void A_message_for_a_client_that_is_still_connecting_waits_for_it()
    {
        _test.Start();
        byte[] message = WireMessage.Encode("question"u8.ToArray());
        Background<bool> sending = Background.Run(() => _router.SendWhenJoined("late"u8.ToArray(), message, RawPeer.Patience, CancellationToken.None));
        using RawPeer peer = new RawPeer(_endPoint).Shake("DEALER", "late");
        Assert.Equal("question", Encoding.ASCII.GetString(peer.ReceiveMessage()[0]));
        Assert.True(sending.Join());
    }

    [Fact]
    public void Waiting_for_a_client_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        Background<bool> sending = Background.Run(() => _router.SendWhenJoined("never"u8.ToArray(), [], RawPeer.Patience, cancellation.Token));
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => sending.Join());
    }

    [Fact]
    public void A_frame_of_64_MB_arrives_whole_and_goes_back()
    {
        _test.Start();
        using RawPeer peer = new RawPeer(_endPoint).Shake("DEALER", "big");
        byte[] body = FrameParserTests.Bytes(64 << 20);
        peer.Send(RawPeer.Frame(0, body));
        List<byte[]> request = Take();
        Assert.True(body.AsSpan().SequenceEqual(request[1]));
        Assert.True(_router.Send(request[0], WireMessage.Encode(request[1])));
        Assert.True(body.AsSpan().SequenceEqual(peer.ReceiveMessage()[0]));
    }

    [Fact]
    public void Replies_that_nobody_reads_are_bounded()
    {
        _test.Start();
        using RawPeer peer = new RawPeer(_endPoint, receiveBuffer: 4096).Shake("DEALER", "deaf");
        peer.Send(RawPeer.Frame(0, "hello"u8));
        byte[] client = Take()[0];
        byte[] reply = WireMessage.Encode(new byte[1 << 20]);
        int accepted = 0;
        while (_router.Send(client, reply)) accepted++;
        Assert.InRange(accepted, 64, 80);   // 64 MB, and what the network between us holds
    }

    [Fact]
    public void A_full_inbox_leaves_bytes_in_the_network_until_there_is_room()
    {
        bool room = true;
        using var test = new TestReactor();
        var received = new BlockingCollection<List<byte[]>>();
        EndPoint endPoint = test.Bind(new RouterSocket(received.Add, () => Volatile.Read(ref room)));
        test.Start();
        using RawPeer peer = new RawPeer(endPoint).Shake("DEALER", "eager");
        peer.Send(RawPeer.Frame(0, "1"u8));
        Assert.True(received.TryTake(out _, RawPeer.Patience));
        Volatile.Write(ref room, false);
        test.Reactor.Wake();
        peer.Send(RawPeer.Frame(0, "2"u8));
        using RawPeer other = new RawPeer(endPoint).Shake("DEALER", "other");   // the reactor has gone round
        Assert.Empty(received);
        Volatile.Write(ref room, true);
        test.Reactor.Wake();
        Assert.True(received.TryTake(out List<byte[]>? second, RawPeer.Patience));
        Assert.Equal("2"u8.ToArray(), second[1]);
    }

    [Fact]
    public void A_unix_socket_carries_the_same_and_is_removed_at_the_end()
    {
        string path = Path.Combine(Path.GetTempPath(), $"hl-{Guid.NewGuid():N}"[..20]);
        using (var test = new TestReactor())
        {
            var received = new BlockingCollection<List<byte[]>>();
            test.Reactor.Bind(new RouterSocket(received.Add), new IpcEndpoint(path));
            test.Start();
            using RawPeer peer = new RawPeer(new UnixDomainSocketEndPoint(path)).Shake("DEALER", "ipc");
            peer.Send(RawPeer.Frame(0, "hello"u8));
            Assert.True(received.TryTake(out List<byte[]>? frames, RawPeer.Patience));
            Assert.Equal("hello"u8.ToArray(), frames[1]);
        }

        Assert.False(File.Exists(path));
    }

    private void Reply(List<byte[]> request, string text) =>
        Assert.True(_router.Send(request[0], WireMessage.Encode(Encoding.ASCII.GetBytes(text))));

    private List<byte[]> Take()
    {
        Assert.True(_received.TryTake(out List<byte[]>? frames, RawPeer.Patience));
        return frames;
    }
}
