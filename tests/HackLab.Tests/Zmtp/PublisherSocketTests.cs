using System.Net;
using System.Text;
using HackLab.Jupyter.Zmtp;
using Xunit;

namespace HackLab.Tests.Zmtp;

public sealed class PublisherSocketTests : IDisposable
{
    private const long QueueBytes = 1 << 20;

    private readonly TestReactor _test = new();
    private readonly PublisherSocket _publisher = new(QueueBytes);
    private readonly EndPoint _endPoint;

    public PublisherSocketTests()
    {
        _endPoint = _test.Bind(_publisher);
        _test.Start();
    }

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Subscriptions_come_as_messages_from_old_peers_and_as_commands_from_new_ones()
    {
        using RawPeer old = Subscribe(RawPeer.Frame(0, [1, .. "str"u8]));
        using RawPeer current = Subscribe(RawPeer.Frame(4, [9, .. "SUBSCRIBE"u8]));
        Publish("status");
        Publish("stream");
        Assert.Equal("stream", Topic(old));
        Assert.Equal("status", Topic(current));
        Assert.Equal("stream", Topic(current));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_topic_subscribed_to_twice_has_to_be_cancelled_twice(bool commands)
    {
        byte[] subscribe = commands ? RawPeer.Frame(4, [9, .. "SUBSCRIBE"u8, 97]) : RawPeer.Frame(0, [1, 97]);
        byte[] cancel = commands ? RawPeer.Frame(4, [6, .. "CANCEL"u8, 97]) : RawPeer.Frame(0, [0, 97]);
        using RawPeer peer = Subscribe([.. subscribe, .. subscribe, .. cancel]);
        Answered(peer);
        Publish("a1");
        Assert.Equal("a1", Topic(peer));
        peer.Send(cancel);
        Answered(peer);
        Assert.Equal(0, _publisher.SubscriberCount);
    }

    [Fact]
    public void Who_has_not_subscribed_gets_nothing()
    {
        using RawPeer silent = new RawPeer(_endPoint).Shake("SUB");
        Answered(silent);
        Publish("lost");
        silent.Send(RawPeer.Frame(0, [1]));
        Answered(silent);
        Publish("found");
        Assert.Equal("found", Topic(silent));
    }

    [Fact]
    public void A_subscriber_that_reads_slowly_slows_the_publisher_and_loses_nothing()
    {
        using RawPeer slow = Subscribe(RawPeer.Frame(0, [1]), receiveBuffer: 4096);
        const int Count = 400;
        byte[] padding = new byte[50_000];   // 20 MB altogether, twenty times the queue
        Background<bool> publishing = Background.Run(() =>
        {
            for (int i = 0; i < Count; i++)
            {
                _publisher.Publish("n"u8, WireMessage.Encode("n"u8.ToArray(), BitConverter.GetBytes(i), padding), wait: true);
            }
        });
        for (int i = 0; i < Count; i++)
        {
            List<byte[]> message = slow.ReceiveMessage();
            Assert.Equal(i, BitConverter.ToInt32(message[1]));
            Assert.Equal(padding.Length, message[2].Length);
        }

        publishing.Join();
    }

    [Fact]
    public void A_subscriber_that_stops_reading_is_given_up_and_later_gets_whole_messages_again()
    {
        using RawPeer deaf = Subscribe(RawPeer.Frame(0, [1]), receiveBuffer: 4096);
        using RawPeer quick = Subscribe(RawPeer.Frame(0, [1]));
        const int Count = 600;
        byte[] padding = new byte[50_000];   // 30 MB: the queue and the network hold a fraction of it
        Background<int> reading = Background.Run(() =>
        {
            int count = 0;
            while (Encoding.ASCII.GetString(quick.ReceiveMessage()[0]) != "end") count++;
            return count;
        });
        for (int i = 0; i < Count; i++)
        {
            _publisher.Publish("n"u8, WireMessage.Encode("n"u8.ToArray(), BitConverter.GetBytes(i), padding), wait: true);
        }

        _publisher.Publish("end"u8, WireMessage.Encode("end"u8.ToArray()), wait: true);
        Assert.Equal(Count, reading.Join());

        int last = -1;
        int got = 0;
        using var end = new CancellationTokenSource(RawPeer.Patience);
        Background<bool> marking = Background.Run(() =>
        {
            // Until the deaf one has read enough to be heard again, these are dropped for it.
            while (!end.IsCancellationRequested)
            {
                _publisher.Publish("again"u8, WireMessage.Encode("again"u8.ToArray(), BitConverter.GetBytes(0)), wait: true);
            }
        });
        while (true)
        {
            List<byte[]> message = deaf.ReceiveMessage();
            if (Encoding.ASCII.GetString(message[0]) == "again") break;
            int number = BitConverter.ToInt32(message[1]);
            Assert.True(number > last, "messages stay in order");
            Assert.Equal(padding.Length, message[2].Length);
            last = number;
            got++;
        }

        Assert.InRange(got, 1, Count - 1);
        deaf.Vanish();
        quick.Vanish();
        end.Cancel();
        marking.Join();
    }

    [Fact]
    public void What_must_not_wait_does_not_wait_for_a_full_subscriber()
    {
        using RawPeer deaf = Subscribe(RawPeer.Frame(0, [1]), receiveBuffer: 4096);
        byte[] large = WireMessage.Encode("n"u8.ToArray(), new byte[100_000]);
        for (int i = 0; i < 1000; i++) _publisher.Publish("n"u8, large, wait: false);   // returns, that is the test
        int got = 0;
        deaf.Send(RawPeer.Frame(4, [4, .. "PING"u8, 0, 0]));
        while (got < 10)
        {
            Assert.Equal(100_000, deaf.ReceiveMessage()[1].Length);
            got++;
        }
    }

    [Fact]
    public void An_interrupt_of_a_waiting_publisher_reaches_it_and_loses_no_message()
    {
        using RawPeer deaf = Subscribe(RawPeer.Frame(0, [1]), receiveBuffer: 4096);
        byte[] padding = new byte[100_000];
        int published = 0;
        using var started = new CountdownEvent(5);
        Background<bool> publishing = Background.Run(() =>
        {
            while (true)
            {
                _publisher.Publish("n"u8, WireMessage.Encode("n"u8.ToArray(), BitConverter.GetBytes(published), padding), wait: true);
                published++;
                if (published <= 5) started.Signal();
                Thread.Sleep(0);   // where a pending interrupt shows itself
            }
        });
        Assert.True(started.Wait(RawPeer.Patience, TestContext.Current.CancellationToken));
        publishing.Interrupt();
        Assert.Throws<ThreadInterruptedException>(() => publishing.Join());
        for (int i = 0; i < published; i++) Assert.Equal(i, BitConverter.ToInt32(deaf.ReceiveMessage()[1]));
    }

    [Fact]
    public void A_subscriber_that_vanishes_lets_a_waiting_publisher_go()
    {
        RawPeer deaf = Subscribe(RawPeer.Frame(0, [1]), receiveBuffer: 4096);
        byte[] large = WireMessage.Encode("n"u8.ToArray(), new byte[QueueBytes]);
        Background<bool> publishing = Background.Run(() =>
        {
            for (int i = 0; i < 50; i++) _publisher.Publish("n"u8, large, wait: true);
        });
        deaf.ReceiveMessage();
        deaf.Vanish();
        publishing.Join();
    }

    [Fact]
    public void No_wake_up_is_lost_however_threads_and_reactor_meet()
    {
        using RawPeer peer = Subscribe(RawPeer.Frame(0, [1]));
        byte[] message = WireMessage.Encode("n"u8.ToArray());
        const int Rounds = 20_000;
        using var barrier = new Barrier(3);
        void Send()
        {
            for (int i = 0; i < Rounds; i++)
            {
                barrier.SignalAndWait(RawPeer.Patience, TestContext.Current.CancellationToken);
                Thread.SpinWait(i % 200);
                _publisher.Publish("n"u8, message, wait: true);
            }
        }

        Background<bool> one = Background.Run(Send), two = Background.Run(Send);
        for (int i = 0; i < Rounds; i++)
        {
            barrier.SignalAndWait(RawPeer.Patience, TestContext.Current.CancellationToken);
            peer.ReceiveMessage();
            peer.ReceiveMessage();
        }

        one.Join();
        two.Join();
    }

    [Fact]
    public void Endless_subscriptions_end_the_connection()
    {
        using RawPeer greedy = new RawPeer(_endPoint).Shake("SUB");
        for (int i = 0; i <= ZmtpLimits.Subscriptions; i++) greedy.Send(RawPeer.Frame(0, [1, .. BitConverter.GetBytes(i)]));
        greedy.AssertClosed();
        _test.AssertLogged("subscriptions");
    }

    private RawPeer Subscribe(byte[] subscription, int receiveBuffer = 0)
    {
        RawPeer peer = new RawPeer(_endPoint, receiveBuffer).Shake("SUB");
        peer.Send(subscription);
        Answered(peer);
        return peer;
    }

    /// <summary>The publisher has done all that the peer asked before.</summary>
    private static void Answered(RawPeer peer)
    {
        peer.Send(RawPeer.Frame(4, [4, .. "PING"u8, 0, 0]));
        Assert.Equal([4, .. "PONG"u8], peer.ReceiveFrame().Body);
    }

    private void Publish(string topic) =>
        _publisher.Publish(Encoding.ASCII.GetBytes(topic), WireMessage.Encode(Encoding.ASCII.GetBytes(topic)), wait: true);

    private static string Topic(RawPeer peer) => Encoding.ASCII.GetString(peer.ReceiveMessage()[0]);
}
