using System.Numerics;
using System.Text.Json;

namespace ManagedTorch.Tests.Kernels.Normalization;

/// <summary>One entry of Reference/normalization.json, computed by PyTorch 1.13 in float64.</summary>
public sealed record NormalizationCase(
    string op, long[] sizes, double[] x, double[] dy, double[]? gamma, double[]? beta, double[] y,
    double[] dx, double[]? dgamma, double[]? dbeta, double[] extra)
{
    private static readonly NormalizationCase[] All = Read();

    public static IEnumerable<NormalizationCase> Of(string op)
    {
        NormalizationCase[] found = [.. All.Where(entry => entry.op == op)];
        Assert.NotEmpty(found);
        return found;
    }

    public override string ToString() => $"{op} of [{string.Join(", ", sizes)}]";

    public static T[] Convert<T>(double[]? values) where T : INumber<T> => [.. (values ?? []).Select(T.CreateTruncating)];

    /// <summary>Rounding errors of T, times the number of them that a result gathers and the size of what is summed.</summary>
    public void AssertClose<T>(double[] expected, T[] actual, string what, double factor = 30) where T : INumber<T>
    {
        // The file has 15 digits.
        double epsilon = typeof(T) == typeof(float) ? 6e-8 : 1e-15, scale = expected.Select(Math.Abs).DefaultIfEmpty().Max();
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - double.CreateTruncating(actual[i]));
            Assert.True(
                difference <= factor * epsilon * (1 + scale), $"{this}: {what}[{i}] is {actual[i]}, PyTorch has {expected[i]}");
        }
    }

    private static NormalizationCase[] Read()
    {
        using Stream stream = typeof(NormalizationCase)
            .Assembly.GetManifestResourceStream("ManagedTorch.Tests.Reference.normalization.json")!;
        return JsonSerializer.Deserialize<NormalizationCase[]>(stream)!;
    }
}
