using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>How often each combination of bits was measured; combinations that were not are left out.</summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ShotCounts : IReadOnlyDictionary<string, int>, IRichDisplay
{
    private const int RowsShown = 32;

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    internal ShotCounts(int[] counts, int wires)
    {
        Wires = wires;
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0) continue;
            _counts.Add(Bits.Text(i, wires), counts[i]);
            Shots += counts[i];
        }
    }

    /// <summary>How many measurements there were.</summary>
    public int Shots { get; }

    /// <summary>How many wires were measured.</summary>
    public int Wires { get; }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _counts.Keys;

    /// <inheritdoc/>
    public IEnumerable<int> Values => _counts.Values;

    /// <summary>How many different results there were.</summary>
    public int Count => _counts.Count;

    /// <summary>How often these bits were measured; 0 if never.</summary>
    /// <exception cref="ArgumentException">Another number of bits than wires, or another letter than 0 and 1.</exception>
    public int this[string key] => _counts.GetValueOrDefault(Bits.Text(Bits.Parse(key, Wires), Wires));

    /// <summary>The share of measurements that gave these bits.</summary>
    /// <inheritdoc cref="this[string]"/>
    public double Frequency(string bits) => (double)this[bits] / Shots;

    /// <summary>
    /// The mean of Z·Z·…·Z over the measured wires: +1 for an even number of ones, −1 for an odd one. For one wire an estimate of ⟨Z⟩,
    /// with a standard error of √((1 − ⟨Z⟩²) / shots).
    /// </summary>
    public double Expectation() =>
        _counts.Sum(pair => pair.Key.Count(bit => bit == '1') % 2 == 0 ? (double)pair.Value : -pair.Value) / Shots;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _counts.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out int value) => _counts.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, int>> GetEnumerator() => _counts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <summary>The counts in a row: <c>00: 503, 11: 497</c>.</summary>
    public override string ToString() => string.Join(", ", _counts.Take(RowsShown).Select(pair => $"{pair.Key}: {pair.Value}"));

    private Table ToTable()
    {
        IReadOnlyList<object?>[] rows = [.. _counts.Take(RowsShown).Select(pair => (IReadOnlyList<object?>)[pair.Key, pair.Value, (double)pair.Value / Shots])];
        string more = _counts.Count > RowsShown ? $"{_counts.Count - RowsShown} more results" : "";
        return new Table($"{Shots} shots", [new TableColumn("bits", Align.Left), new TableColumn("count"), new TableColumn("share", Align.Right, "P1")], rows, more);
    }
}
