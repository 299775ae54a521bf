using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace TorchSharp.Modules;

/// <summary>Goes through a sequence in a thread of its own, a few items ahead of the consumer. Order and errors stay.</summary>
/// <remarks>Disposing stops the thread after the item in hand, waits for it, and gives back the items that nobody took.</remarks>
internal sealed class Prefetch<T> : IDisposable where T : class
{
    private readonly Queue<T> _ready = [];
    private readonly object _gate = new();
    private readonly int _capacity;
    private readonly Action<T> _giveBack;
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _error;
    private bool _isFinished;
    private bool _isStopped;

    public Prefetch(IEnumerable<T> source, int capacity, Action<T> giveBack)
    {
        _capacity = capacity;
        _giveBack = giveBack;
        _thread = new Thread(() => Produce(source)) { IsBackground = true, Name = "ManagedTorch data loader" };
        _thread.Start();
    }

    /// <summary>Waits for the next item; false at the end.</summary>
    /// <remarks>An error in the sequence is thrown here, after the items before it.</remarks>
    public bool TryTake([NotNullWhen(true)] out T? item)
    {
        lock (_gate)
        {
            while (_ready.Count == 0 && !_isFinished)
            {
                Monitor.Wait(_gate);
            }
            if (_ready.TryDequeue(out item))
            {
                Monitor.PulseAll(_gate);
                return true;
            }
        }
        _error?.Throw();
        return false;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.PulseAll(_gate);
        }
        _thread.Join();
        while (_ready.TryDequeue(out T? item))
        {
            _giveBack(item);
        }
    }

    private void Produce(IEnumerable<T> source)
    {
        try
        {
            foreach (T item in source)
            {
                if (!Offer(item))
                {
                    _giveBack(item);
                    break;
                }
            }
        }
        catch (Exception error)
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }
        lock (_gate)
        {
            _isFinished = true;
            Monitor.PulseAll(_gate);
        }
    }

    private bool Offer(T item)
    {
        lock (_gate)
        {
            while (_ready.Count >= _capacity && !_isStopped)
            {
                Monitor.Wait(_gate);
            }
            if (_isStopped)
            {
                return false;
            }
            _ready.Enqueue(item);
            Monitor.PulseAll(_gate);
            return true;
        }
    }
}
