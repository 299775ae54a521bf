namespace TorchSharp.Kernels;

/// <summary>Keeps what was made for the last few keys; the key made first goes first.</summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity) where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = [];
    private readonly Lock _gate = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _values.Count;
            }
        }
    }

    /// <summary>
    /// The value of a key, made now if it is not there; <paramref name="create"/> runs outside the lock, perhaps twice.
    /// </summary>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> create)
    {
        lock (_gate)
        {
            if (_values.TryGetValue(key, out var known))
            {
                return known;
            }
        }
        var made = create(key);
        lock (_gate)
        {
            if (_values.TryAdd(key, made))
            {
                _order.Enqueue(key);
                if (_order.Count > capacity)
                {
                    _values.Remove(_order.Dequeue());
                }
            }
        }
        return made;
    }
}
