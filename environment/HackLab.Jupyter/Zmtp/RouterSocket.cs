using System.Text;

namespace HackLab.Jupyter.Zmtp;

/// <summary>Takes messages from many clients and answers each by its identity.</summary>
internal sealed class RouterSocket : ZmtpSocket
{
    private readonly Dictionary<string, ZmtpConnection> _peers = [];
    private readonly Action<List<byte[]>> _receive;
    private readonly Func<bool> _hasRoom;
    private uint _nameless;

    /// <param name="receive">Takes each message, the sender's identity in front, on the reactor's thread.</param>
    /// <param name="hasRoom">Whether more messages are wanted just now; always, if null.</param>
    public RouterSocket(Action<List<byte[]>> receive, Func<bool>? hasRoom = null)
    {
        _receive = receive;
        _hasRoom = hasRoom ?? (static () => true);
    }

    public override string Type => "ROUTER";

    public override bool WantsMessages => _hasRoom();

    public override bool Accepts(string peerType) => peerType is "DEALER" or "REQ" or "ROUTER";

    /// <summary>Sends to the client of that identity; any thread. False if it is not connected or does not read.</summary>
    public bool Send(byte[] identity, byte[] message)
    {
        ZmtpConnection? peer;
        lock (_peers) _peers.TryGetValue(Key(identity), out peer);
        return peer is not null && peer.Send(message);
    }

    /// <summary>
    /// Sends to a client that may still be connecting; any thread. False if it has not come within the time, or does not read.
    /// </summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public bool SendWhenJoined(byte[] identity, byte[] message, TimeSpan patience, CancellationToken cancellation)
    {
        long end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        using CancellationTokenRegistration registration = cancellation.Register(Pulse);
        lock (_peers)
        {
            while (!_peers.ContainsKey(Key(identity)))
            {
                cancellation.ThrowIfCancellationRequested();
                long left = end - Environment.TickCount64;
                if (left <= 0) return false;
                Monitor.Wait(_peers, (int)left);
            }
        }

        return Send(identity, message);
    }

    public override void Joined(ZmtpConnection peer)
    {
        // Clients that choose no identity get one that none can choose: libzmq keeps a leading zero for this.
        byte[] identity = peer.Identity.Length > 0 ? peer.Identity : [0, .. BitConverter.GetBytes(++_nameless)];
        lock (_peers)
        {
            // A client that connects again while its old connection lingers takes its place, as ZMQ_ROUTER_HANDOVER does:
            // replies must go where the client now is.
            _peers[Key(identity)] = peer;
            Monitor.PulseAll(_peers);
        }

        peer.Tag = identity;
    }

    public override void Received(ZmtpConnection peer, List<byte[]> frames)
    {
        frames.Insert(0, (byte[])peer.Tag!);
        _receive(frames);
    }

    public override void Left(ZmtpConnection peer)
    {
        lock (_peers)
        {
            string key = Key((byte[])peer.Tag!);
            if (_peers.TryGetValue(key, out ZmtpConnection? current) && current == peer) _peers.Remove(key);
        }
    }

    private static string Key(byte[] identity) => Encoding.Latin1.GetString(identity);

    private void Pulse()
    {
        lock (_peers) Monitor.PulseAll(_peers);
    }
}
