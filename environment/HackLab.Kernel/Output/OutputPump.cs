using System.Text;

namespace HackLab.Kernel.Output;

/// <summary>
/// Sends all output of a session from one thread, in the order in which it was made. Console text is gathered for about
/// 50 ms or 64 KiB. A cell that writes faster than its reader reads waits here, where it can be interrupted, and never within
/// the transport, where an interrupt would tear a message.
/// </summary>
internal sealed class OutputPump : IDisposable
{
    // 64 KiB of UTF-16: below the size at which .NET keeps objects until a full collection.
    private const int PieceLength = 32 * 1024;
    private const int MostWaiting = 1024 * 1024;
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);

    private readonly Queue<Item> _queue = new();
    private readonly object _gate = new();
    private readonly Thread _thread;
    private Item? _open;                // the text item at the end of the queue that still grows
    private int _waitingLength;
    private bool _hurry;                // something other than text waits, or somebody waits for all to be sent
    private bool _disposed;             // nobody waits for room any more
    private bool _ended;                // nothing more is sent

    public OutputPump()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "HackLab output" };
        _thread.Start();
    }

    /// <summary>Adds console text of a cell.</summary>
    /// <returns>False if the pump has ended, so that the text goes nowhere.</returns>
    public bool Write(ICellOutput output, OutputStream stream, ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            while (!text.IsEmpty)
            {
                if (_ended) return false;           // background work that outlives its session must not fill the memory
                while (_waitingLength > MostWaiting && !_disposed) Monitor.Wait(_gate);
                if (_open is null || _open.Output != output || _open.Stream != stream || _open.Length >= PieceLength)
                {
                    _open = new Item(output, stream);
                    _queue.Enqueue(_open);
                }
                ReadOnlySpan<char> fitting = text[..Math.Min(text.Length, PieceLength - _open.Length)];
                // A character outside the first plane is two; they stay together.
                if (fitting.Length < text.Length && char.IsHighSurrogate(fitting[^1])) fitting = text[..(fitting.Length + 1)];
                text = text[fitting.Length..];
                _open.Text!.Append(fitting);
                bool first = _waitingLength == 0;
                _waitingLength += fitting.Length;
                if (first || _waitingLength >= PieceLength) Monitor.PulseAll(_gate);
            }
            return true;
        }
    }

    /// <summary>Adds anything else: a shown value, an error, a cleared output.</summary>
    /// <param name="send">Called from the sending thread.</param>
    /// <param name="length">Its size in characters, about; counts towards what may wait.</param>
    public void Post(Action send, int length = 0)
    {
        lock (_gate)
        {
            while (length > 0 && _waitingLength > MostWaiting && !_disposed) Monitor.Wait(_gate);
            if (_ended) return;
            _queue.Enqueue(new Item(send, length));
            _waitingLength += length;
            _open = null;
            _hurry = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>
    /// Waits until everything added so far is sent, or the pump has ended: a cell that ends after its session does not wait for
    /// ever.
    /// </summary>
    public void Drain()
    {
        bool sent = false;
        Post(() =>
        {
            lock (_gate)
            {
                sent = true;
                Monitor.PulseAll(_gate);
            }
        });
        lock (_gate)
        {
            while (!sent && !_ended) Monitor.Wait(_gate);
        }
    }

    /// <summary>Sends what is left and ends the thread.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Monitor.PulseAll(_gate);
        }
        _thread.Join(TimeSpan.FromSeconds(2));
    }

    private void Run()
    {
        while (Next() is { } item)
        {
            try
            {
                item.Send();
            }
            catch (Exception)
            {
                // The client is gone, or its reader is faulty. Neither the cell nor what others still wait for may suffer.
            }
        }
    }

    private Item? Next()
    {
        lock (_gate)
        {
            while (_queue.Count == 0)
            {
                if (_disposed)
                {
                    _ended = true;
                    Monitor.PulseAll(_gate);
                    return null;
                }
                _hurry = false;
                Monitor.Wait(_gate);
            }
            // Only text waits: give it time to become a worthwhile piece.
            long until = Environment.TickCount64 + (long)Gather.TotalMilliseconds;
            while (!_hurry && !_disposed && _waitingLength < PieceLength)
            {
                int left = (int)(until - Environment.TickCount64);
                if (left <= 0 || !Monitor.Wait(_gate, left)) break;
            }
            Item item = _queue.Dequeue();
            if (item == _open) _open = null;
            _waitingLength -= item.Length;
            Monitor.PulseAll(_gate);
            return item;
        }
    }

    private sealed class Item
    {
        private readonly Action? _send;

        private readonly int _length;

        public Item(Action send, int length)
        {
            _send = send;
            _length = length;
            Output = null!;
        }

        public Item(ICellOutput output, OutputStream stream)
        {
            Output = output;
            Stream = stream;
            Text = new StringBuilder();
        }

        public ICellOutput Output { get; }

        public OutputStream Stream { get; }

        public StringBuilder? Text { get; }

        public int Length => Text?.Length ?? _length;

        public void Send()
        {
            if (_send is not null) _send();
            else Output.Stream(Stream, Text!.ToString());
        }
    }
}
