using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of parameters, registered as "0", "1", …; it has no forward pass of its own.</summary>
public class ParameterList : nn.Module, IList<Parameter>
{
    private readonly List<Parameter> _items = [];

    /// <summary>A list of these parameters.</summary>
    public ParameterList(params Parameter[] parameters) : base("ParameterList") => extend(parameters);

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The item at a place, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such item.</exception>
    public Parameter this[int index]
    {
        get => _items[index];
        set
        {
            _items[index] = value;
            Renumber();
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Parameter> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Add(Parameter item)
    {
        _items.Add(item);
        register_parameter(Key(Count - 1), item);
    }

    /// <summary>Adds items at the end.</summary>
    public void append(params Parameter[] parameters) => extend(parameters);

    /// <summary>Adds items at the end.</summary>
    public void extend(IEnumerable<Parameter> parameters)
    {
        foreach (Parameter item in parameters)
        {
            Add(item);
        }
    }

    /// <inheritdoc/>
    public void Insert(int index, Parameter item)
    {
        _items.Insert(index, item);
        Renumber();
    }

    /// <inheritdoc/>
    public bool Remove(Parameter item)
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
    public bool Contains(Parameter item) => _items.Contains(item);

    /// <inheritdoc/>
    public int IndexOf(Parameter item) => _items.IndexOf(item);

    /// <inheritdoc/>
    public void CopyTo(Parameter[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    private static string Key(int place) => place.ToString(CultureInfo.InvariantCulture);

    private void Renumber()
    {
        ClearParameters();
        for (int i = 0; i < Count; i++)
        {
            register_parameter(Key(i), _items[i]);
        }
    }
}
