using System.Text;

namespace HackLab.Jupyter.Zmtp;

/// <summary>Takes messages from many clients and answers each by its identity.</summary>
internal sealed class RouterSocket : ZmtpSocket
{
    /// <summary>
    /// By identity, the connections that have it; the last is the one to answer on. There can be several: a client that connects
    /// again while its old connection lingers, or two clients that share a session, as those of one jupyter_client manager do.
    /// The one heard last is answered (libzmq's ROUTER_HANDOVER would close the other, which then comes back and closes the first).
    /// </summary>
    private readonly Dictionary<string, List<ZmtpConnection>> _peers = [];
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
        ZmtpConnection peer;
        lock (_peers)
        {
            if (!_peers.TryGetValue(Key(identity), out List<ZmtpConnection>? sharing)) return false;
            peer = sharing[^1];
        }

        return peer.Send(message);
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
            if (_peers.TryGetValue(Key(identity), out List<ZmtpConnection>? sharing)) sharing.Add(peer);
            else _peers.Add(Key(identity), [peer]);
            Monitor.PulseAll(_peers);
        }

        peer.Tag = identity;
    }

    public override void Received(ZmtpConnection peer, List<byte[]> frames)
    {
        var identity = (byte[])peer.Tag!;
        lock (_peers)
        {
            List<ZmtpConnection> sharing = _peers[Key(identity)];
            if (sharing[^1] != peer)
            {
                sharing.Remove(peer);
                sharing.Add(peer);
            }
        }

        frames.Insert(0, identity);
        _receive(frames);
    }

    public override void Left(ZmtpConnection peer)
    {
        lock (_peers)
        {
            string key = Key((byte[])peer.Tag!);
            List<ZmtpConnection> sharing = _peers[key];
            sharing.Remove(peer);
            if (sharing.Count == 0) _peers.Remove(key);
        }
    }

    private static string Key(byte[] identity) => Encoding.Latin1.GetString(identity);

    private void Pulse()
    {
        lock (_peers) Monitor.PulseAll(_peers);
    }
}
