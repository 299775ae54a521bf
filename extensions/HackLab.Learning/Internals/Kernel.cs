using HackLab.Data;
using HackLab.Learning.Files;

namespace HackLab.Learning.Internals;

/// <summary>A kernel with its γ.</summary>
internal sealed record Kernel(KernelKind Kind, double Gamma)
{
    /// <summary>γ as asked for, or scikit-learn's "scale": 1 / (d · variance of all values).</summary>
    internal static Kernel Of(KernelKind kind, double? gamma, TabularData train)
    {
        if (gamma is { } given && !(given > 0 && double.IsFinite(given))) throw FitInput.Setting("Gamma", given, "must be above 0");
        double mean = train.X.Average(value => (double)value), variance = train.X.Average(value => (value - mean) * (value - mean));
        return new Kernel(kind, gamma ?? (variance > 0 ? 1 / (train.FeatureCount * variance) : 1));
    }

    internal double At(ReadOnlySpan<float> a, ReadOnlySpan<float> b) =>
        Kind == KernelKind.Rbf ? Math.Exp(-Gamma * Vectors.SquaredDistance(a, b)) : Vectors.Dot(a, b);

    /// <summary>Σ factors[i] k(rows[i], x).</summary>
    internal double Weighted(float[] rows, double[] factors, ReadOnlySpan<float> x)
    {
        double sum = 0;
        for (int i = 0; i < factors.Length; i++) sum += factors[i] * At(rows.AsSpan(i * x.Length, x.Length), x);
        return sum;
    }

    internal void Write(ModelWriter to)
    {
        to.Add("kernel", Kind);
        to.Add("gamma", Gamma);
    }

    internal static Kernel Read(ModelReader from) => new(from.Choice<KernelKind>("kernel"), from.Number("gamma", double.Epsilon));
}
