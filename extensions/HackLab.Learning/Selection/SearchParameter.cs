using System.Globalization;
using HackLab.Learning.Internals;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning;

/// <summary>A setting that a search may choose, and from what.</summary>
public sealed class SearchParameter
{
    private readonly Func<SeededRandom, object> _draw;

    private SearchParameter(string name, IReadOnlyList<object>? values, Func<SeededRandom, object> draw)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Choices, _draw) = (name, values, draw);
    }

    /// <summary>What it is called, here and in the table of results.</summary>
    public string Name { get; }

    /// <summary>Its values; null for a range, which only a <see cref="RandomSearch"/> can draw from.</summary>
    public IReadOnlyList<object>? Choices { get; }

    /// <summary>One of some values.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="values">At least one.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <example><code>SearchParameter.Values("C", 0.1, 1, 10)</code></example>
    public static SearchParameter Values<T>(string name, params IReadOnlyList<T> values)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) throw new ArgumentException($"{name} has no value to choose from.", nameof(values));
        object[] boxed = [.. values.Select(value => (object)value)];
        return new SearchParameter(name, boxed, random => boxed[random.NextInt(boxed.Length)]);
    }

    /// <summary>Any number from one to another, each as likely.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="from">The smallest.</param>
    /// <param name="to">The largest.</param>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public static SearchParameter Uniform(string name, double from, double to)
    {
        if (!(from <= to && double.IsFinite(to - from))) throw FitInput.Setting(nameof(to), to, $"must be at least {from}");
        return new SearchParameter(name, null, random => from + ((to - from) * random.NextDouble()));
    }

    /// <summary>Any number from one to another, each order of magnitude as likely: for C, α, γ.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="from">The smallest, above 0.</param>
    /// <param name="to">The largest.</param>
    /// <exception cref="ArgumentException">The range is empty or reaches 0.</exception>
    /// <example><code>SearchParameter.LogUniform("C", 1e-3, 1e3)</code></example>
    public static SearchParameter LogUniform(string name, double from, double to)
    {
        if (!(from > 0)) throw FitInput.Setting(nameof(from), from, "must be above 0");
        if (!(from <= to && double.IsFinite(to))) throw FitInput.Setting(nameof(to), to, $"must be at least {from}");
        // Six digits are enough to read, and the same on every machine, where the last bits of Exp are not.
        return new SearchParameter(name, null, random => Math.Clamp(SixDigits(from * Math.Exp(random.NextDouble() * Math.Log(to / from))), from, to));
    }

    /// <summary>Any whole number from one to another, ends included.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="from">The smallest.</param>
    /// <param name="to">The largest.</param>
    /// <exception cref="ArgumentException">The range is empty, or has more than 2³¹ numbers.</exception>
    public static SearchParameter Integers(string name, int from, int to)
    {
        if (to < from || (long)to - from >= int.MaxValue) throw FitInput.Setting(nameof(to), to, $"must be at least {from}");
        return new SearchParameter(name, null, random => from + random.NextInt(to - from + 1));
    }

    internal object Draw(SeededRandom random) => _draw(random);

    private static double SixDigits(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
