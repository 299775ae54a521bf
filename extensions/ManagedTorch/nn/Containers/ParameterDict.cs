using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters by name, in the order in which they were added; it has no forward pass of its own.</summary>
public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
{
    private readonly OrderedDictionary<string, Parameter> _items = [];

    /// <summary>An empty dictionary.</summary>
    public ParameterDict() : base("ParameterDict")
    {
    }

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The names, in order.</summary>
    public ICollection<string> Keys => _items.Keys;

    /// <summary>The parameters, in order.</summary>
    public ICollection<Parameter> Values => _items.Values;

    /// <summary>The one of that name; setting adds or replaces it.</summary>
    /// <exception cref="KeyNotFoundException">No such name.</exception>
    public Parameter this[string key]
    {
        get => _items[key];
        set
        {
            _items[key] = value;
            Register();
        }
    }

    /// <summary>Name and content at a place, from 0.</summary>
    public (string, Parameter) this[int index]
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

    /// <summary>The parameters, in order.</summary>
    public IEnumerable<Parameter> values() => _items.Values;

    /// <summary>Names and parameters, in order.</summary>
    public IEnumerator<(string, Parameter)> items() => GetEnumerator();

    /// <summary>Names and parameters, in order.</summary>
    public IEnumerator<(string, Parameter)> GetEnumerator() =>
        _items.Select(static entry => (entry.Key, entry.Value)).GetEnumerator();

    IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() =>
        _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Add(string key, Parameter value)
    {
        _items.Add(key, value);
        register_parameter(key, value);
    }

    /// <inheritdoc/>
    public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

    /// <inheritdoc/>
    public void Insert(int index, (string, Parameter) item)
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
    public bool Remove((string, Parameter) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, Parameter> item) => Contains(item) && Remove(item.Key);

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
    public bool Contains((string, Parameter) item) =>
        _items.TryGetValue(item.Item1, out Parameter? value) && ReferenceEquals(value, item.Item2);

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, Parameter> item) => Contains((item.Key, item.Value));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _items.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _items.TryGetValue(key, out value);

    /// <inheritdoc/>
    public int IndexOf((string, Parameter) item) => Contains(item) ? _items.IndexOf(item.Item1) : -1;

    /// <inheritdoc/>
    public void CopyTo((string, Parameter)[] array, int arrayIndex)
    {
        foreach ((string, Parameter) entry in this)
        {
            array[arrayIndex++] = entry;
        }
    }

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, Parameter>>)_items).CopyTo(array, arrayIndex);

    private void Register()
    {
        ClearParameters();
        foreach ((string key, Parameter value) in _items)
        {
            register_parameter(key, value);
        }
    }
}
