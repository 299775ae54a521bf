using System.Globalization;
using HackLab.Data.Display;
using HackLab.Simulation.Jets;

namespace HackLab.Data.QuarkGluon;

/// <summary>
/// Jets by their particles: n jets of up to m constituents, each with pT, y, φ and PDG number. Arrays are handed out without a
/// copy, so do not write into them.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ParticleJets : IRowSet<ParticleJets>, ILabelled, IRichDisplay
{
    /// <summary>pT in GeV, rapidity y, angle φ in radians, PDG number.</summary>
    public const int Columns = 4;

    /// <summary>Puts arrays together; they are kept, not copied.</summary>
    /// <param name="name">What the jets are called, for captions.</param>
    /// <param name="x">pT, y, φ, PDG number of each constituent; rows beyond a jet's count are 0; shape [n, m, 4].</param>
    /// <param name="counts">How many constituents each jet has, shape [n], 1 to m.</param>
    /// <param name="y">1 quark, 0 gluon, shape [n].</param>
    /// <param name="maxConstituents">m.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a count or label is out of range.</exception>
    public ParticleJets(string name, float[] x, int[] counts, int[] y, int maxConstituents)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConstituents, 1);
        if (x.LongLength != (long)y.Length * maxConstituents * Columns)
            throw new ArgumentException($"x holds {x.Length} values; {y.Length} jets of {maxConstituents} × {Columns} need another number.", nameof(x));
        if (counts.Length != y.Length) throw new ArgumentException($"There are {counts.Length} counts for {y.Length} jets.", nameof(counts));
        for (int i = 0; i < y.Length; i++)
        {
            if (counts[i] < 1 || counts[i] > maxConstituents)
                throw new ArgumentException($"Jet {i} has {counts[i]} constituents; 1 to {maxConstituents} are possible.", nameof(counts));
            if (y[i] is not (0 or 1)) throw new ArgumentException($"Jet {i} has label {y[i]}, not 0 (gluon) or 1 (quark).", nameof(y));
        }
        (Name, X, Counts, Y, MaxConstituents) = (name, x, counts, y, maxConstituents);
    }

    /// <summary>What the jets are called.</summary>
    public string Name { get; }

    /// <summary>pT (GeV), y, φ, PDG number, shape [n, m, 4]. Shared, not copied: do not write into it.</summary>
    public float[] X { get; }

    /// <summary>How many constituents each jet has, shape [n].</summary>
    public int[] Counts { get; }

    /// <summary>1 quark, 0 gluon, shape [n].</summary>
    public int[] Y { get; }

    /// <summary>m, the most constituents that a jet can have here.</summary>
    public int MaxConstituents { get; }

    /// <summary>n, the number of jets.</summary>
    public int Count => Y.Length;

    /// <summary>What each class number is called.</summary>
    public IReadOnlyList<string> ClassNames => QuarkGluonDataset.ClassNames;

    /// <summary>A copy of the given jets, in the order given; a jet may be asked for more than once.</summary>
    /// <param name="jets">Jet numbers from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such jet.</exception>
    public ParticleJets Take(params ReadOnlySpan<int> jets)
    {
        int size = MaxConstituents * Columns;
        var x = new float[checked(jets.Length * size)];
        int[] counts = new int[jets.Length], y = new int[jets.Length];
        for (int i = 0; i < jets.Length; i++)
        {
            int jet = jets[i];
            if ((uint)jet >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(jets), jet, $"{Name} has jets 0 to {Count - 1}.");
            X.AsSpan(jet * size, size).CopyTo(x.AsSpan(i * size));
            (counts[i], y[i]) = (Counts[jet], Y[jet]);
        }
        return new ParticleJets(Name, x, counts, y, MaxConstituents);
    }

    /// <summary>One jet's constituents, without the padding.</summary>
    /// <param name="jet">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such jet.</exception>
    /// <example><code>double girth = JetShape.Of(jets.Jet(0)).Girth;</code></example>
    public JetConstituent[] Jet(int jet)
    {
        if ((uint)jet >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(jet), jet, $"{Name} has jets 0 to {Count - 1}.");
        var constituents = new JetConstituent[Counts[jet]];
        for (int j = 0; j < constituents.Length; j++)
        {
            ReadOnlySpan<float> row = X.AsSpan(((jet * MaxConstituents) + j) * Columns, Columns);
            constituents[j] = new JetConstituent(row[0], row[1], row[2], (int)row[3]);
        }
        return constituents;
    }

    /// <summary>Momentum, girth, pT D and multiplicity of each jet of a class.</summary>
    /// <param name="label">0 gluon, 1 quark.</param>
    public IReadOnlyList<JetShape> Shapes(int label) => [.. Enumerable.Range(0, Count).Where(i => Y[i] == label).Select(i => JetShape.Of(Jet(i)))];

    /// <inheritdoc/>
    public string ToHtml() => Overview().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Overview().ToText();

    /// <summary>Name, size and class counts in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}: {Count:N0} jets of up to {MaxConstituents} constituents ({Y.Count(y => y == 0):N0} gluon, {Y.Count(y => y == 1):N0} quark)");

    private Table Overview() => new(
        ToString(), ["class", "jets", "mean constituents", "mean girth", "mean pT D"],
        [.. ClassNames.Select((name, label) => Row(name, Shapes(label)))]);

    private static object?[] Row(string name, IReadOnlyList<JetShape> shapes) => shapes.Count == 0
        ? [name, 0, null, null, null]
        : [name, shapes.Count, shapes.Average(s => s.Multiplicity), shapes.Average(s => s.Girth), shapes.Average(s => s.PtD)];
}
