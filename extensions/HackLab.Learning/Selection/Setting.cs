using System.Globalization;

namespace HackLab.Learning;

/// <summary>One choice of all parameters of a search.</summary>
public sealed class Setting
{
    private readonly KeyValuePair<string, object>[] _values;

    internal Setting(IEnumerable<KeyValuePair<string, object>> values) => _values = [.. values];

    /// <summary>The parameters and their values, in the order of the search.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Values => _values;

    /// <summary>A number, whole or not.</summary>
    /// <param name="name">The parameter.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or it is no number.</exception>
    /// <example><code>(rows, setting) => LogisticRegression.Fit(rows, new() { C = setting.Number("C") })</code></example>
    public double Number(string name) =>
        Find(name) is IConvertible value and not (string or bool or Enum) ? value.ToDouble(CultureInfo.InvariantCulture) : throw Other(name, "a number");

    /// <summary>A whole number.</summary>
    /// <param name="name">The parameter.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or it is no whole number.</exception>
    public int Int(string name) => Find(name) is int value ? value : throw Other(name, "a whole number");

    /// <summary>A value of any type.</summary>
    /// <param name="name">The parameter.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or it is of another type.</exception>
    /// <example><code>setting.Get&lt;NeighborWeights&gt;("weights")</code></example>
    public T Get<T>(string name) => Find(name) is T value ? value : throw Other(name, $"a {typeof(T).Name}");

    /// <summary>The parameters and their values, in one line.</summary>
    public override string ToString() =>
        string.Join(", ", _values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} = {Show(pair.Value)}")));

    /// <summary>A value as it is shown: four digits say enough of a drawn number.</summary>
    internal static string Show(object value) =>
        value is double number ? number.ToString("G4", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private object Find(string name)
    {
        foreach ((string key, object value) in _values)
        {
            if (key == name) return value;
        }
        throw new ArgumentException($"There is no parameter '{name}'; there is {string.Join(", ", _values.Select(pair => pair.Key))}.", nameof(name));
    }

    private ArgumentException Other(string name, string expected) => new($"'{name}' is {Show(Find(name))}, not {expected}.", nameof(name));
}
