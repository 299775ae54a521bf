using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules, registered as "0", "1", …; it has no forward pass of its own.</summary>
public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
{
    private readonly List<T> _items = [];

    /// <summary>A list of these modules.</summary>
    public ModuleList(params T[] modules) : base("ModuleList") => extend(modules);

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The item at a place, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such item.</exception>
    public T this[int index]
    {
        get => _items[index];
        set
        {
            _items[index] = value;
            Renumber();
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Add(T item)
    {
        _items.Add(item);
        register_module(Key(Count - 1), item);
    }

    /// <summary>Adds items at the end.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Adds items at the end.</summary>
    public void extend(IEnumerable<T> modules)
    {
        foreach (T item in modules)
        {
            Add(item);
        }
    }

    /// <inheritdoc/>
    public void Insert(int index, T item)
    {
        _items.Insert(index, item);
        Renumber();
    }

    /// <inheritdoc/>
    public bool Remove(T item)
    {
        bool isRemoved = _items.Remove(item);
        Renumber();
        return isRemoved;
    }

    /// <inheritdoc/>
    public void RemoveAt(int index)
    {
        _items.RemoveAt(index);
        Renumber();
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _items.Clear();
        Renumber();
    }

    /// <inheritdoc/>
    public bool Contains(T item) => _items.Contains(item);

    /// <inheritdoc/>
    public int IndexOf(T item) => _items.IndexOf(item);

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    private static string Key(int place) => place.ToString(CultureInfo.InvariantCulture);

    private void Renumber()
    {
        ClearModules();
        for (int i = 0; i < Count; i++)
        {
            register_module(Key(i), _items[i]);
        }
    }
}
