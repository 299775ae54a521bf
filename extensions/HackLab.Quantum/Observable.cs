using System.Globalization;
using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>
/// What can be measured: a sum of products of Pauli matrices and of projectors on different wires, each with a real factor.
/// Begin with <see cref="Pauli"/> or <see cref="Projector"/>; + and − add, * multiplies with a number or with what acts on other wires.
/// </summary>
/// <example><code>double correlation = bell.Expectation(Pauli.Z(0) * Pauli.Z(1));   // 1</code></example>
public sealed class Observable
{
    internal Observable(ObservableTerm[] terms) => Terms = terms;

    internal ObservableTerm[] Terms { get; }

    /// <summary>The number of the last wire that it looks at; −1 for a constant.</summary>
    public int LastWire => Terms.Max(t => t.Factors.Length == 0 ? -1 : t.Factors.Max(f => f.Wire));

    /// <summary>1 where the wires read as the bits, else 0: its mean is the probability to measure them.</summary>
    /// <param name="bits">0 and 1, a letter per wire.</param>
    /// <param name="wires">Which wires, in the order of the letters; wires 0, 1, … if none is named.</param>
    /// <exception cref="ArgumentException">Another letter, as many letters as wires are missing, or a wire stands twice.</exception>
    /// <example><code>Observable.Projector("0000", 5, 6, 7, 8)</code></example>
    public static Observable Projector(string bits, params IReadOnlyList<int> wires)
    {
        ArgumentException.ThrowIfNullOrEmpty(bits);
        ArgumentNullException.ThrowIfNull(wires);
        if (wires.Count == 0) wires = [.. Enumerable.Range(0, bits.Length)];
        if (wires.Count != bits.Length) throw new ArgumentException($"\"{bits}\" has {bits.Length} bits, but {wires.Count} wires are named.", nameof(wires));
        if (bits.FirstOrDefault(b => b is not ('0' or '1')) is not '\0' and char bad)
            throw new ArgumentException($"'{bad}' in \"{bits}\" is no bit; it can be 0 or 1.", nameof(bits));
        if (wires.Distinct().Count() != wires.Count || wires.Min() < 0)
            throw new ArgumentException($"Wires {string.Join(", ", wires)}: each must be another one, from 0.", nameof(wires));
        return new([new(1, [.. wires.Select((wire, i) => new WireFactor(wire, bits[i]))])]);
    }

    /// <summary>a + b.</summary>
    public static Observable operator +(Observable a, Observable b) => new([.. Of(a), .. Of(b)]);

    /// <summary>a − b.</summary>
    public static Observable operator -(Observable a, Observable b) => a + (-b);

    /// <summary>−a.</summary>
    public static Observable operator -(Observable a) => -1 * a;

    /// <summary>a + constant.</summary>
    public static Observable operator +(Observable a, double constant) => a + (constant * Pauli.Identity);

    /// <summary>constant + a.</summary>
    public static Observable operator +(double constant, Observable a) => a + constant;

    /// <summary>a − constant.</summary>
    public static Observable operator -(Observable a, double constant) => a + -constant;

    /// <summary>constant − a.</summary>
    public static Observable operator -(double constant, Observable a) => -a + constant;

    /// <summary>factor · a.</summary>
    /// <exception cref="ArgumentException">The factor is not finite.</exception>
    public static Observable operator *(double factor, Observable a)
    {
        if (!double.IsFinite(factor)) throw new ArgumentException($"The factor of an observable must be a finite number, not {factor}.", nameof(factor));
        return new([.. Of(a).Select(t => t with { Factor = t.Factor * factor })]);
    }

    /// <summary>a · factor.</summary>
    public static Observable operator *(Observable a, double factor) => factor * a;

    /// <summary>a · b for observables on different wires, such as Z(0) · Z(1).</summary>
    /// <exception cref="ArgumentException">Both act on one wire, where the product would not be something that can be measured.</exception>
    public static Observable operator *(Observable a, Observable b)
    {
        var terms = new List<ObservableTerm>();
        foreach (ObservableTerm s in Of(a))
        {
            foreach (ObservableTerm t in Of(b))
            {
                WireFactor[] factors = [.. s.Factors.Concat(t.Factors).OrderBy(f => f.Wire)];
                for (int i = 1; i < factors.Length; i++)
                {
                    if (factors[i].Wire == factors[i - 1].Wire)
                        throw new ArgumentException($"Both factors act on wire {factors[i].Wire}; only observables on different wires can be multiplied.");
                }
                terms.Add(new(s.Factor * t.Factor, factors));
            }
        }
        return new([.. terms]);
    }

    /// <summary>The sum as it would be written: <c>0.5 Z0 Z1 + X2</c>.</summary>
    public override string ToString() => string.Join(" + ", Terms.Select(t => t.ToString()));

    /// <summary>For a state of so many wires.</summary>
    /// <exception cref="CircuitException">It acts on a wire that is not there.</exception>
    internal MaskedTerm[] For(int wires)
    {
        if (LastWire >= wires)
            throw new CircuitException($"Observable {this}: wire {LastWire} does not exist; there are wires 0 to {wires - 1}.");
        return [.. Terms.Select(t => MaskedTerm.Of(t, wires))];
    }

    private static ObservableTerm[] Of(Observable a)
    {
        ArgumentNullException.ThrowIfNull(a);
        return a.Terms;
    }
}

/// <summary>A matrix on one wire: X, Y, Z, or the projector on 0 or 1.</summary>
internal readonly record struct WireFactor(int Wire, char Letter);

/// <summary>A product of matrices on different wires with a factor.</summary>
internal sealed record ObservableTerm(double Factor, WireFactor[] Factors)
{
    public override string ToString()
    {
        string names = string.Join(" ", Factors.Select(f => f.Letter is '0' or '1' ? $"|{f.Letter}⟩⟨{f.Letter}|{f.Wire}" : $"{f.Letter}{f.Wire}"));
        string factor = Factor.ToString("0.####", CultureInfo.InvariantCulture);
        return names.Length == 0 ? factor : Factor == 1 ? names : $"{factor} {names}";
    }
}
