using System.Globalization;

namespace HackLab.Quantum;

/// <summary>
/// The angle of a gate in radians: a number, a trainable parameter p[i], an input feature x[j], or a sum of those and of products
/// a·p[i]·x[j]. So an angle such as p[0] + p[1]·x[2] puts a feature into a circuit as often as one likes (data re-uploading;
/// Pérez-Salinas et al., Quantum 4, 226, 2020).
/// </summary>
/// <example><code>circuit.RY(Angle.Parameter(0) + (Angle.Parameter(1) * Angle.Input(2)), 2)</code></example>
public readonly struct Angle : IEquatable<Angle>
{
    private readonly AngleTerm[]? _terms;

    private Angle(double constant, AngleTerm[] terms)
    {
        Constant = constant;
        _terms = terms.Length == 0 ? null : terms;
    }

    /// <summary>The part that neither a parameter nor an input changes, in radians.</summary>
    public double Constant { get; }

    /// <summary>Whether it is a number alone.</summary>
    public bool IsConstant => _terms is null;

    internal ReadOnlySpan<AngleTerm> Terms => _terms;

    /// <summary>A fixed angle.</summary>
    /// <param name="radians">In radians.</param>
    public static implicit operator Angle(double radians) => new(radians, []);

    /// <summary>The trainable parameter number <paramref name="index"/>, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public static Angle Parameter(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(0, [new(1, index, -1)]);
    }

    /// <summary>Feature number <paramref name="index"/> of the sample, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public static Angle Input(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(0, [new(1, -1, index)]);
    }

    /// <summary>a + b.</summary>
    public static Angle operator +(Angle a, Angle b) => new(a.Constant + b.Constant, [.. a.Terms, .. b.Terms]);

    /// <summary>a − b.</summary>
    public static Angle operator -(Angle a, Angle b) => a + (-b);

    /// <summary>−a.</summary>
    public static Angle operator -(Angle a) => a * -1.0;

    /// <summary>a · factor.</summary>
    public static Angle operator *(Angle a, double factor) => new(a.Constant * factor, [.. a.Terms.ToArray().Select(t => t with { Factor = t.Factor * factor })]);

    /// <summary>factor · a.</summary>
    public static Angle operator *(double factor, Angle a) => a * factor;

    /// <summary>a / divisor.</summary>
    public static Angle operator /(Angle a, double divisor) => a * (1 / divisor);

    /// <summary>a · b, where no product of two parameters or of two inputs may arise.</summary>
    /// <exception cref="ArgumentException">It would have two parameters or two inputs multiplied with each other.</exception>
    public static Angle operator *(Angle a, Angle b)
    {
        var terms = new List<AngleTerm>();
        foreach (AngleTerm s in a.Terms)
        {
            if (b.Constant != 0) terms.Add(s with { Factor = s.Factor * b.Constant });
            foreach (AngleTerm t in b.Terms) terms.Add(Product(s, t));
        }
        foreach (AngleTerm t in b.Terms)
        {
            if (a.Constant != 0) terms.Add(t with { Factor = t.Factor * a.Constant });
        }
        return new(a.Constant * b.Constant, [.. terms]);
    }

    /// <summary>Whether two angles are the same expression.</summary>
    public static bool operator ==(Angle a, Angle b) => a.Equals(b);

    /// <summary>Whether two angles are different expressions.</summary>
    public static bool operator !=(Angle a, Angle b) => !a.Equals(b);

    /// <summary>Its value in radians.</summary>
    /// <param name="parameters">p; as many as the circuit has.</param>
    /// <param name="inputs">x; as many as the circuit has.</param>
    /// <exception cref="ArgumentException">It uses a parameter or an input that is not there.</exception>
    public double Value(IReadOnlyList<double>? parameters = null, IReadOnlyList<double>? inputs = null)
    {
        foreach (AngleTerm term in Terms)
        {
            if (term.Parameter >= (parameters?.Count ?? 0))
                throw new ArgumentException($"The angle {this} uses parameter {term.Parameter}, but {parameters?.Count ?? 0} are given.", nameof(parameters));
            if (term.Input >= (inputs?.Count ?? 0))
                throw new ArgumentException($"The angle {this} uses input {term.Input}, but {inputs?.Count ?? 0} are given.", nameof(inputs));
        }
        return Value(parameters?.ToArray() ?? [], inputs?.ToArray() ?? default(ReadOnlySpan<double>));
    }

    internal double Value(ReadOnlySpan<double> parameters, ReadOnlySpan<double> inputs)
    {
        double sum = Constant;
        foreach (AngleTerm term in Terms)
        {
            double value = term.Factor;
            if (term.Parameter >= 0) value *= parameters[term.Parameter];
            if (term.Input >= 0) value *= inputs[term.Input];
            sum += value;
        }
        return sum;
    }

    /// <summary>As it would be written: <c>p0 + p1·x2</c>, or the number.</summary>
    public override string ToString()
    {
        string text = Constant != 0 || IsConstant ? Number(Constant) : "";
        foreach (AngleTerm term in Terms)
        {
            double size = Math.Abs(term.Factor);
            string[] factors = [size == 1 ? "" : Number(size), term.Parameter < 0 ? "" : $"p{term.Parameter}", term.Input < 0 ? "" : $"x{term.Input}"];
            string sign = text.Length == 0 ? (term.Factor < 0 ? "−" : "") : term.Factor < 0 ? " − " : " + ";
            text += sign + string.Join('·', factors.Where(f => f.Length > 0));
        }
        return text;
    }

    /// <inheritdoc/>
    public bool Equals(Angle other) => Constant.Equals(other.Constant) && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Angle other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Constant, Terms.Length);

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static AngleTerm Product(AngleTerm s, AngleTerm t)
    {
        if (s.Parameter >= 0 && t.Parameter >= 0)
            throw new ArgumentException($"An angle cannot multiply two parameters with each other (p{s.Parameter}·p{t.Parameter}).");
        if (s.Input >= 0 && t.Input >= 0)
            throw new ArgumentException($"An angle cannot multiply two inputs with each other (x{s.Input}·x{t.Input}); multiply the features before.");
        return new(s.Factor * t.Factor, Math.Max(s.Parameter, t.Parameter), Math.Max(s.Input, t.Input));
    }
}

/// <summary>Factor · p[Parameter] · x[Input], where −1 stands for "not there".</summary>
internal readonly record struct AngleTerm(double Factor, int Parameter, int Input);
