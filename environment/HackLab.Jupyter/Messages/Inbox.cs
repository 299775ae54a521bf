namespace HackLab.Jupyter.Messages;

/// <summary>
/// Messages that have arrived and wait for their worker, in order. Bounded in bytes: when it is full, bytes stay in the network
/// and the clients wait.
/// </summary>
internal sealed class Inbox(Action roomAgain)
{
    /// <summary>About 100,000 waiting cells; or one message as large as a message may be.</summary>
    private const long LimitBytes = 256L << 20;

    /// <summary>What a waiting message costs besides its frames' bytes.</summary>
    private const int Overhead = 512;

    private readonly Queue<(List<byte[]> Frames, long Number)> _messages = new();
    private long _bytes;
    private long _received;
    private bool _closed;

    /// <summary>Whether the sockets should go on reading.</summary>
    public bool HasRoom => Volatile.Read(ref _bytes) < LimitBytes;

    /// <summary>The number of the newest message, counting from 1.</summary>
    public long Newest => Volatile.Read(ref _received);

    /// <summary>Adds a message.</summary>
    public void Add(List<byte[]> frames)
    {
        lock (_messages)
        {
            if (_closed) return;
            _messages.Enqueue((frames, ++_received));
            _bytes += Size(frames);
            Monitor.Pulse(_messages);
        }
    }

    /// <summary>Waits for a message; false once the inbox is closed.</summary>
    public bool TryTake(out List<byte[]> frames, out long number)
    {
        bool wasFull;
        lock (_messages)
        {
            while (!_closed && _messages.Count == 0) Monitor.Wait(_messages);
            frames = [];
            number = 0;
            if (_closed) return false;
            wasFull = !HasRoom;
            (frames, number) = _messages.Dequeue();
            _bytes -= Size(frames);
        }

        if (wasFull && HasRoom) roomAgain();
        return true;
    }

    /// <summary>Forgets what waits and ends the worker's wait.</summary>
    public void Close()
    {
        lock (_messages)
        {
            _closed = true;
            _messages.Clear();
            Monitor.PulseAll(_messages);
        }
    }

    private static long Size(List<byte[]> frames)
    {
        long size = Overhead;
        foreach (byte[] frame in frames) size += frame.Length;
        return size;
    }
}
