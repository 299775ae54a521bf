namespace HackLab.Jupyter.Zmtp;

/// <summary>Sends each message to every subscriber of its topic.</summary>
/// <remarks>
/// A subscriber that reads slowly slows the publisher down and loses nothing. One that does not read at all is waited for
/// once, for <see cref="ZmtpLimits.StalledAfter"/>; after that it loses messages, until it reads again.
/// </remarks>
internal sealed class PublisherSocket(long queueBytes = ZmtpLimits.SubscriberQueueBytes) : ZmtpSocket
{
    /// <summary>Replaced as a whole by the reactor's thread, read by any.</summary>
    private volatile Subscriber[] _subscribers = [];

    public override string Type => "PUB";

    public override long QueueBytes => queueBytes;

    /// <summary>How many peers have subscribed to something.</summary>
    public int SubscriberCount => Array.FindAll(_subscribers, s => s.Topics.Length > 0).Length;

    public override bool Accepts(string peerType) => peerType is "SUB" or "XSUB";

    /// <summary>Sends a message whose first frame is the topic; any thread.</summary>
    /// <param name="topic">What subscriptions are compared with.</param>
    /// <param name="message">The encoded message.</param>
    /// <param name="wait">True to wait for slow subscribers; false for what must not wait, such as the answer to an interrupt.</param>
    public void Publish(ReadOnlySpan<byte> topic, byte[] message, bool wait)
    {
        bool interrupted = false;
        foreach (Subscriber subscriber in _subscribers)
        {
            if (!subscriber.Wants(topic)) continue;
            if (wait && !interrupted)
            {
                try
                {
                    subscriber.Peer.Outgoing.WaitForRoom();
                }
                catch (ThreadInterruptedException)
                {
                    interrupted = true;   // the message is whole or not there: it goes out, and nothing more is waited for
                }
            }

            subscriber.Peer.Send(message, always: interrupted || !wait);
        }

        if (interrupted) Thread.CurrentThread.Interrupt();
    }

    public override void Joined(ZmtpConnection peer) => _subscribers = [.. _subscribers, new Subscriber(peer)];

    public override void Left(ZmtpConnection peer) => _subscribers = Array.FindAll(_subscribers, s => s.Peer != peer);

    /// <summary>Subscriptions as ZMTP 3.0 peers send them: a message whose first byte is 1 to subscribe, 0 to cancel.</summary>
    public override void Received(ZmtpConnection peer, List<byte[]> frames)
    {
        if (frames.Count != 1 || frames[0].Length == 0 || frames[0][0] > 1) return;   // subscribers have nothing else to say
        Change(peer, frames[0].AsSpan(1), subscribe: frames[0][0] == 1);
    }

    /// <summary>Subscriptions as ZMTP 3.1 peers send them.</summary>
    public override void Received(ZmtpConnection peer, ZmtpCommand command)
    {
        if (command.Name.SequenceEqual("SUBSCRIBE"u8)) Change(peer, command.Data, subscribe: true);
        else if (command.Name.SequenceEqual("CANCEL"u8)) Change(peer, command.Data, subscribe: false);
    }

    private void Change(ZmtpConnection peer, ReadOnlySpan<byte> topic, bool subscribe) =>
        Array.Find(_subscribers, s => s.Peer == peer)?.Change(topic, subscribe);

    /// <summary>One peer and its topics. A topic subscribed to twice has to be cancelled twice.</summary>
    private sealed class Subscriber(ZmtpConnection peer)
    {
        private volatile byte[][] _topics = [];

        public ZmtpConnection Peer => peer;

        public byte[][] Topics => _topics;

        public bool Wants(ReadOnlySpan<byte> topic)
        {
            foreach (byte[] wanted in _topics)
            {
                if (topic.StartsWith(wanted)) return true;
            }

            return false;
        }

        public void Change(ReadOnlySpan<byte> topic, bool subscribe)
        {
            if (subscribe)
            {
                if (_topics.Length == ZmtpLimits.Subscriptions)
                {
                    throw new ZmtpViolation($"more than {ZmtpLimits.Subscriptions} subscriptions");
                }

                _topics = [.. _topics, topic.ToArray()];
                return;
            }

            for (int i = 0; i < _topics.Length; i++)
            {
                if (!topic.SequenceEqual(_topics[i])) continue;
                _topics = [.. _topics[..i], .. _topics[(i + 1)..]];
                return;
            }
        }
    }
}
