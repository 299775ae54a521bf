using HackLab.Learning.Files;

namespace HackLab.Learning.Internals;

/// <summary>f(x) = Σ factorᵢ k(rowᵢ, x) + b over the rows whose factor is not 0.</summary>
internal sealed class SupportVectors
{
    private readonly Kernel _kernel;
    private readonly float[] _rows;
    private readonly double[] _factors;

    private SupportVectors(Kernel kernel, float[] rows, double[] factors, double intercept) =>
        (_kernel, _rows, _factors, Intercept) = (kernel, rows, factors, intercept);

    internal int Count => _factors.Length;

    internal double Intercept { get; }

    internal static SupportVectors Of(Kernel kernel, float[] x, int d, SmoFit fit)
    {
        int[] kept = [.. Enumerable.Range(0, fit.Factors.Length).Where(i => fit.Factors[i] != 0)];
        return new SupportVectors(
            kernel, [.. kept.SelectMany(i => x[(i * d)..((i + 1) * d)])], [.. kept.Select(i => fit.Factors[i])], fit.Intercept);
    }

    internal double Decide(ReadOnlySpan<float> x) => _kernel.Weighted(_rows, _factors, x) + Intercept;

    /// <summary>f of each row, shape [n].</summary>
    internal double[] Decide(float[] x, int d, CancellationToken token)
    {
        var decisions = new double[x.Length / d];
        RowBlocks.For(decisions.Length, 16, (start, end) =>
        {
            for (int i = start; i < end; i++) decisions[i] = Decide(x.AsSpan(i * d, d));
        }, token);
        return decisions;
    }

    internal void Write(ModelWriter to)
    {
        to.Add("rows", _rows);
        to.Add("factors", _factors);
        to.Add("intercept", Intercept);
    }

    internal static SupportVectors Read(ModelReader from, Kernel kernel, int d)
    {
        double[] factors = from.Doubles("factors");
        return new SupportVectors(kernel, from.Floats("rows", checked(factors.Length * d)), factors, from.Number("intercept"));
    }
}
