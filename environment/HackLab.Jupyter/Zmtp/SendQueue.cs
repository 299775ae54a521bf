using System.Net.Sockets;

namespace HackLab.Jupyter.Zmtp;

/// <summary>
/// What still has to be sent to one peer, bounded in bytes. Any thread adds; only the reactor's thread sends. A message is
/// taken whole or not at all, so a peer always sees whole frames.
/// </summary>
/// <remarks>
/// Cells run on threads that are stopped by Thread.Interrupt, which can strike at any lock. A message must not be lost by
/// that, so <see cref="Add"/> takes its lock as often as it needs and leaves the interrupt to the caller's next wait.
/// </remarks>
internal sealed class SendQueue(long limit)
{
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _room = new(initialState: true);
    private readonly Queue<byte[]> _messages = new();
    private int _sentOfFirst;
    private long _bytes;
    private long _progress = Environment.TickCount64;
    private bool _stalled;
    private bool _closed;

    /// <summary>True if there is something to send.</summary>
    public bool HasWork => Volatile.Read(ref _bytes) > 0;

    /// <summary>True if the peer has not read for so long that its connection is not worth its memory.</summary>
    public bool IsAbandoned =>
        Volatile.Read(ref _stalled) && Environment.TickCount64 - Volatile.Read(ref _progress) > (long)ZmtpLimits.ClosedAfter.TotalMilliseconds;

    /// <summary>
    /// Adds a message if the queue is below its limit (one message may exceed it), or below twice that if <paramref name="always"/>
    /// and the peer reads. False if it was dropped.
    /// </summary>
    public bool Add(byte[] message, bool always = false)
    {
        bool interrupted = Interruption.Enter(_gate);
        try
        {
            if (_closed || (_bytes >= limit && (_stalled || !always || _bytes >= 2 * limit))) return false;
            if (_bytes == 0) _progress = Environment.TickCount64;
            _messages.Enqueue(message);
            _bytes += message.Length;
            if (_bytes >= limit) _room.Reset();
            return true;
        }
        finally
        {
            _gate.Exit();
            if (interrupted) Thread.CurrentThread.Interrupt();
        }
    }

    /// <summary>
    /// Waits while the queue is full and the peer keeps reading. A peer that stops reading is given up after
    /// <see cref="ZmtpLimits.StalledAfter"/>, until it reads again.
    /// </summary>
    /// <exception cref="ThreadInterruptedException">The waiting thread was interrupted; nothing has changed.</exception>
    public void WaitForRoom()
    {
        while (!_room.IsSet)
        {
            long idle = Environment.TickCount64 - Volatile.Read(ref _progress);
            long patience = (long)ZmtpLimits.StalledAfter.TotalMilliseconds - idle;
            if (Volatile.Read(ref _stalled)) return;
            if (patience <= 0)
            {
                Volatile.Write(ref _stalled, true);
                return;
            }

            _room.Wait((int)patience);
        }
    }

    /// <summary>Sends what the socket takes now, a limited number of pieces, so that one peer does not keep the others waiting.</summary>
    /// <returns>False if the connection is lost.</returns>
    public bool SendTo(Socket socket)
    {
        for (int piece = 0; piece < 16; piece++)
        {
            byte[]? first;
            lock (_gate) _messages.TryPeek(out first);
            if (first is null) return true;
            int length = Math.Min(first.Length - _sentOfFirst, 256 << 10);
            int sent = socket.Send(first.AsSpan(_sentOfFirst, length), SocketFlags.None, out SocketError error);
            if (error is SocketError.WouldBlock or SocketError.IOPending or SocketError.NoBufferSpaceAvailable) return true;
            if (error != SocketError.Success) return false;
            Sent(sent, first.Length);
        }

        return true;
    }

    /// <summary>Forgets everything and lets every waiting thread go.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _messages.Clear();
            _bytes = 0;
            _room.Set();
        }
    }

    private void Sent(int count, int messageLength)
    {
        lock (_gate)
        {
            _sentOfFirst += count;
            _bytes -= count;
            _progress = Environment.TickCount64;
            if (_sentOfFirst == messageLength)
            {
                _messages.Dequeue();
                _sentOfFirst = 0;
            }

            if (_bytes >= limit - limit / 8) return;   // an eighth of room, so that waiting threads are not woken for every piece
            _stalled = false;
            _room.Set();
        }
    }
}
