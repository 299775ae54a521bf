using System.Collections;

namespace HackLab.Charts.Internals.Plotly;

/// <summary>Values of one axis, to be written with so many significant digits that neighbours stay apart on the screen.</summary>
/// <param name="Values">The values; what is not finite is written as null, which Plotly draws as a gap.</param>
/// <param name="Digits">Significant digits, 1 to 17.</param>
internal readonly record struct PlotlyValues(IReadOnlyList<double> Values, int Digits = PlotlyJson.Digits);

/// <summary>
/// An object of a Plotly figure, with the names of Plotly's reference (plotly.com/javascript/reference), written as a collection:
/// <c>new PlotlyObject { { "mode", "lines" }, { "x", plot.X(values) }, { "line", new PlotlyObject { { "width", 2 } } } }</c>.
/// Texts to be read (the names in <see cref="PlotlyText.Keys"/>) are escaped on writing.
/// </summary>
internal sealed class PlotlyObject : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _members = [];

    public void Add(string name, string value) => Put(name, value);

    public void Add(string name, PlotlyMarkup value) => Put(name, value);

    public void Add(string name, double value) => Put(name, value);

    public void Add(string name, bool value) => Put(name, value);

    public void Add(string name, PlotlyObject value) => Put(name, value);

    public void Add(string name, PlotlyValues values) => Put(name, values);

    /// <summary>Numbers that belong to no axis.</summary>
    public void Add(string name, IReadOnlyList<double> values) => Put(name, new PlotlyValues(values));

    /// <summary>Rows of numbers, such as a heat map's z.</summary>
    public void Add(string name, IReadOnlyList<PlotlyValues> rows) => Put(name, rows);

    public void Add(string name, IReadOnlyList<string> values) => Put(name, values);

    public void Add(string name, IReadOnlyList<IReadOnlyList<string>> groups) => Put(name, groups);

    public void Add(string name, IReadOnlyList<PlotlyObject> values) => Put(name, values);

    public void Add(string name, PlotlyPairs pairs) => Put(name, pairs);

    /// <summary>Whether this is a trace of this type.</summary>
    public bool IsOfType(string type) => _members.Contains(new("type", type));

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds a member of any of the kinds above, or replaces it.</summary>
    public void Put(string name, object value)
    {
        int there = _members.FindIndex(member => member.Key == name);
        if (there >= 0) _members[there] = new(name, value);
        else _members.Add(new(name, value));
    }
}
