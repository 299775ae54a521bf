using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order in which they were added; it has no forward pass of its own.</summary>
public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
{
    private readonly OrderedDictionary<string, T> _items = [];

    /// <summary>An empty dictionary.</summary>
    public ModuleDict() : base("ModuleDict")
    {
    }

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The names, in order.</summary>
    public ICollection<string> Keys => _items.Keys;

    /// <summary>The modules, in order.</summary>
    public ICollection<T> Values => _items.Values;

    /// <summary>The one of that name; setting adds or replaces it.</summary>
    /// <exception cref="KeyNotFoundException">No such name.</exception>
    public T this[string key]
    {
        get => _items[key];
        set
        {
            _items[key] = value;
            Register();
        }
    }

    /// <summary>Name and content at a place, from 0.</summary>
    public (string, T) this[int index]
    {
        get => (_items.GetAt(index).Key, _items.GetAt(index).Value);
        set
        {
            _items.SetAt(index, value.Item1, value.Item2);
            Register();
        }
    }

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> keys() => _items.Keys;

    /// <summary>The modules, in order.</summary>
    public IEnumerable<T> values() => _items.Values;

    /// <summary>Names and modules, in order.</summary>
    public IEnumerator<(string, T)> items() => GetEnumerator();

    /// <summary>Names and modules, in order.</summary>
    public IEnumerator<(string, T)> GetEnumerator() => _items.Select(static entry => (entry.Key, entry.Value)).GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Add(string key, T value)
    {
        _items.Add(key, value);
        register_module(key, value);
    }

    /// <inheritdoc/>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <inheritdoc/>
    public void Insert(int index, (string, T) item)
    {
        _items.Insert(index, item.Item1, item.Item2);
        Register();
    }

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        bool isRemoved = _items.Remove(key);
        Register();
        return isRemoved;
    }

    /// <inheritdoc/>
    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, T> item) => Contains(item) && Remove(item.Key);

    /// <inheritdoc/>
    public void RemoveAt(int index)
    {
        _items.RemoveAt(index);
        Register();
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _items.Clear();
        Register();
    }

    /// <inheritdoc cref="Clear"/>
    public void clear() => Clear();

    /// <inheritdoc/>
    public bool Contains((string, T) item) => _items.TryGetValue(item.Item1, out T? value) && ReferenceEquals(value, item.Item2);

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, T> item) => Contains((item.Key, item.Value));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _items.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    /// <inheritdoc/>
    public int IndexOf((string, T) item) => Contains(item) ? _items.IndexOf(item.Item1) : -1;

    /// <inheritdoc/>
    public void CopyTo((string, T)[] array, int arrayIndex)
    {
        foreach ((string, T) entry in this)
        {
            array[arrayIndex++] = entry;
        }
    }

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, T>>)_items).CopyTo(array, arrayIndex);

    private void Register()
    {
        ClearModules();
        foreach ((string key, T value) in _items)
        {
            register_module(key, value);
        }
    }
}
