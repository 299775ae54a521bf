using System.Globalization;
using HackLab.Data.Display;
using HackLab.Simulation.SpinEcho;

namespace HackLab.Data.Nmr;

/// <summary>
/// Spin echoes: n recordings of T samples each of the magnetisation in the rotating frame, and where they are known the
/// parameters they were made with. Arrays are handed out without a copy, so do not write into them.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class SpinEchoes : IRowSet<SpinEchoes>, IRichDisplay
{
    /// <summary>What the three targets are, with their units.</summary>
    public static IReadOnlyList<Feature> TargetFeatures { get; } =
    [
        new("alpha", "kHz", "Strength of the coupling between two spins.", "target"),
        new("xi", "lattice steps", "Range of the coupling.", "target"),
        new("d", "", "Digits of the dephasing rate: Γ = 10^−d in units of 2π·10⁶ per second.", "target"),
    ];

    /// <summary>Puts arrays together; they are kept, not copied.</summary>
    /// <param name="name">What the echoes are called, for captions.</param>
    /// <param name="coupling">How the coupling falls with distance.</param>
    /// <param name="real">Magnetisation along x, shape [n, T].</param>
    /// <param name="imag">Magnetisation along y, shape [n, T].</param>
    /// <param name="targets">α (kHz), ξ (lattice steps) and d, shape [n, 3]; null where they are to be found.</param>
    /// <param name="times">The time of each sample in microseconds from the first pulse, shape [T].</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public SpinEchoes(string name, SpinCoupling coupling, float[] real, float[] imag, float[]? targets, float[] times)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(imag);
        ArgumentNullException.ThrowIfNull(times);
        if (times.Length == 0 || real.Length % times.Length != 0 || imag.Length != real.Length)
            throw new ArgumentException($"{real.Length} real and {imag.Length} imaginary values are no echoes of {times.Length} samples.");
        Count = real.Length / times.Length;
        if (targets is not null && targets.Length != 3 * Count)
            throw new ArgumentException($"{targets.Length} targets for {Count} echoes, which need three each.", nameof(targets));
        (Name, Coupling, Real, Imag, Targets, Times) = (name, coupling, real, imag, targets, times);
    }

    /// <summary>What the echoes are called.</summary>
    public string Name { get; }

    /// <summary>How the coupling falls with distance.</summary>
    public SpinCoupling Coupling { get; }

    /// <summary>n, the number of echoes.</summary>
    public int Count { get; }

    /// <summary>T, the samples of an echo.</summary>
    public int Samples => Times.Length;

    /// <summary>Magnetisation along x per spin, at most ½, shape [n, T]. Shared: do not write into it.</summary>
    public float[] Real { get; }

    /// <summary>Magnetisation along y per spin, at most ½, shape [n, T]. Shared: do not write into it.</summary>
    public float[] Imag { get; }

    /// <summary>α (kHz), ξ (lattice steps) and d of each echo, shape [n, 3]; null for a set whose truth is kept apart.</summary>
    public float[]? Targets { get; }

    /// <summary>The time of each sample in microseconds from the first pulse, shape [T].</summary>
    public float[] Times { get; }

    /// <inheritdoc/>
    public string ToHtml() => Overview().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Overview().ToText();

    /// <summary>One target of every echo, shape [n].</summary>
    /// <param name="name"><c>alpha</c>, <c>xi</c> or <c>d</c>.</param>
    /// <exception cref="ArgumentException">There is no such target.</exception>
    /// <exception cref="InvalidOperationException">The echoes have no targets.</exception>
    /// <example><code>float[] alpha = echoes.Target("alpha");</code></example>
    public float[] Target(string name)
    {
        int column = TargetFeatures.ToList().FindIndex(f => f.Name == name);
        if (column < 0) throw new ArgumentException($"There is no target '{name}'; there are {string.Join(", ", TargetFeatures.Select(f => f.Name))}.", nameof(name));
        float[] targets = Targets ?? throw new InvalidOperationException($"{Name} has no targets: they are what is asked for.");
        var values = new float[Count];
        for (int i = 0; i < Count; i++) values[i] = targets[(i * 3) + column];
        return values;
    }

    /// <summary>A copy of the given echoes, in the order given.</summary>
    /// <param name="echoes">Echo numbers from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such echo.</exception>
    public SpinEchoes Take(params ReadOnlySpan<int> echoes)
    {
        var real = new float[checked(echoes.Length * Samples)];
        var imag = new float[real.Length];
        float[]? targets = Targets is null ? null : new float[echoes.Length * 3];
        for (int i = 0; i < echoes.Length; i++)
        {
            int echo = echoes[i];
            if ((uint)echo >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(echoes), echo, $"{Name} has echoes 0 to {Count - 1}.");
            Real.AsSpan(echo * Samples, Samples).CopyTo(real.AsSpan(i * Samples));
            Imag.AsSpan(echo * Samples, Samples).CopyTo(imag.AsSpan(i * Samples));
            Targets?.AsSpan(echo * 3, 3).CopyTo(targets.AsSpan(i * 3));
        }
        return new SpinEchoes(Name, Coupling, real, imag, targets, Times);
    }

    /// <summary>The same echoes without targets, as an evaluation set is handed out.</summary>
    public SpinEchoes WithoutTargets() => new(Name, Coupling, Real, Imag, null, Times);

    /// <summary>Name and size in one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}: {Count:N0} echoes of {Samples} samples, {(Targets is null ? "unlabelled" : "with alpha, xi and d")}");

    private Table Overview()
    {
        TableColumn[] columns = [new("target"), new("unit"), new("mean"), new("std"), new("min"), new("max"), new("what it is")];
        object?[][] rows = Targets is null ? [] : [.. TargetFeatures.Select(feature =>
        {
            Statistics s = Statistics.Of(Target(feature.Name));
            return new object?[] { feature.Name, feature.Unit, s.Mean, s.Std, s.Min, s.Max, feature.Description };
        })];
        return new Table(ToString(), columns, rows);
    }
}
